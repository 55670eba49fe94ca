import type { FigureListed, FigureTold, SectionTold } from '../../types/protocol';
import type { LedgerKept } from '../state/ledger.svelte';

// Where the brief says a figure of its headline in full, and which figures of the case that speaks of: by the name that the figure has in both.

/** A place in the brief. */
export interface Standing {
  section: string;
  heading: string;
  /** Which of the section's `PLACES` it is, from 0; null for the section as a whole. */
  place: number | null;
  says: string;
}

/** What can be gone to in a section. */
export const PLACES = 'tbody tr, p, li, figcaption';

/** How many figures of the case are named. */
const MOST_FIGURES = 8;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The places that say a figure in full: in each section the row of that name, and where there is none the section as a whole. */
export function standing(figure: FigureTold, sections: readonly SectionTold[]): Standing[] {
  const found = figure.sections.flatMap((id) => {
    const section = sections.find((one) => one.id === id);
    if (!section) return [];
    const places = [...new DOMParser().parseFromString(section.html, 'text/html').querySelectorAll(PLACES)];
    const place = places.findIndex((at) => at.getAttribute('data-figure') === figure.id);
    const row = places[place];
    // Cells of a row stand apart, whatever the markup between them.
    const says = row ? plain([...row.children].map((one) => one.textContent).join(' ')) : '';
    return [{ section: section.id, heading: section.heading, place: row ? place : null, says }];
  });
  // Where a row says it, a section as a whole says no more; of two sections under one heading the first is named.
  const rows = found.filter((one) => one.place !== null);
  return [...new Map((rows.length > 0 ? rows : found).reverse().map((one) => [one.heading, one])).values()].reverse();
}

/** The figures of the case of which a figure speaks. */
export function spokenOf(figure: FigureTold, kept: LedgerKept): FigureListed[] {
  const all = figure.paths.flatMap((path) => kept.figure(path) ?? kept.under(path));
  return all.filter((one): one is FigureListed => 'name' in one).slice(0, MOST_FIGURES);
}
