import type { FigureListed, SectionTold } from '../../types/protocol';

// Where the brief says the same as a figure of its headline, and which figures of the case that speaks of. The headline comes as
// sentences without marks, so both are found by what they say: the same figure, among the same words.

/** A place in the brief. */
export interface Standing {
  section: string;
  heading: string;
  /** Which of the section's `PLACES` it is, from 0. */
  place: number;
  says: string;
}

/** What can be gone to in a section. */
export const PLACES = 'tbody tr, p, li, figcaption';

/** How many places of the brief are named, and how many figures of the case. */
const [MOST_PLACES, MOST_FIGURES] = [3, 8];

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
/** The words by which a place is known again: longer ones, and letters of packages. */
const words = (text: string) => new Set(plain(text).match(/\p{L}{4,}|(?<![\p{L}\p{N}])[A-Z](?![\p{L}\p{N}])/gu) ?? []);

/** The places that say a figure of a sentence in about the same words, the likeliest first; one in a section. */
export function standing(figure: string, sentence: string, clause: string, sections: readonly SectionTold[]): Standing[] {
  const known = words(sentence);
  const near = words(clause);
  const number = figure.match(/\d[\d.]*(\s%)?/)?.[0].replace(/\s/g, ' ') ?? null;
  const same = number && new RegExp(`(?<![\\d.–])${number.replace(/[.]/g, '\\.')}(?!\\d|\\.\\d)`);
  const found = sections.flatMap((section) => {
    const places = new DOMParser().parseFromString(section.html, 'text/html').querySelectorAll(PLACES);
    const rated = [...places].map((at, place) => {
      // Cells of a row stand apart, whatever the markup between them.
      const says = plain([...(at.matches('tr') ? at.children : [at])].map((one) => one.textContent).join(' '));
      const there = words(says);
      const common = [...known].filter((word) => there.has(word)).length + [...near].filter((word) => there.has(word)).length;
      // What is said of a package is meant only where its letter stands in the sentence; words alone must be nearly the same words.
      const other = [...there].some((word) => word.length === 1 && !known.has(word));
      const meant = !other && (same ? same.test(says) && common >= 2 : common >= 0.7 * (known.size + near.size));
      // A place that says much more besides fits less.
      const fits = meant ? common / Math.sqrt(8 + there.size) : 0;
      return { section: section.id, heading: section.heading, place, says, fits };
    });
    const best = rated.reduce((a, b) => (b.fits > a.fits ? b : a), { section: '', heading: '', place: 0, says: '', fits: 0 });
    return best.fits > 0 ? [best] : [];
  });
  // Of two sections under one heading, the brief's and the annex's, the fuller is named.
  const once = [...new Map(found.toSorted((a, b) => a.fits - b.fits).map((one) => [one.heading, one])).values()];
  return once.toSorted((a, b) => b.fits - a.fits).slice(0, MOST_PLACES);
}

/** The figures of the case that a figure's part of the sentence names: of the party and of the issue or option that stand there. */
export function spokenOf(clause: string, parties: readonly string[], figures: readonly FigureListed[]): FigureListed[] {
  const named = clause.match(/“[^”]*”/g) ?? [];
  const who = parties.filter((name) => clause.includes(name));
  if (who.length === 0) return [];
  const of = (one: FigureListed) => who.some((name) => one.name.includes(name));
  // What is to gain is measured from no deal.
  if (named.length === 0) return figures.filter((one) => of(one) && one.path.endsWith('.no_deal'));
  const all = figures.filter((one) => of(one) && named.every((name) => one.name.includes(name)));
  return (all.length > 0 ? all : figures.filter((one) => of(one) && named.some((name) => one.name.includes(name)))).slice(0, MOST_FIGURES);
}
