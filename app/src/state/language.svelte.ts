import { languages, type Language, type Words } from '../words';
import { en } from '../words/en';

const KEPT = 'detente-language';

/** The language of the interface. */
class Spoken {
  language = $state.raw<Language>(languages[0]);
  words = $state.raw<Words>(en);
  /** Made once a language: to make one takes as long as all else that a figure needs to be shown. */
  readonly #formats = $derived.by(() => {
    const { locale } = this.language;
    return {
      number: new Intl.NumberFormat(locale),
      percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
      day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
      moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    };
  });

  /** Speaks the language that was chosen before, or that the browser asks for. Call it once, before anything is shown. */
  async begin(): Promise<void> {
    await this.#speak(first());
  }

  async choose(code: string): Promise<void> {
    const chosen = languages.find((language) => language.code === code);
    if (chosen && (await this.#speak(chosen))) localStorage.setItem(KEPT, code);
  }

  /** Whether the words could be had. If nobody answers, the language stays as it is. */
  async #speak(language: Language): Promise<boolean> {
    try {
      const words = await language.load();
      this.language = language;
      this.words = words;
      return true;
    } catch {
      return false;
    }
  }

  /** A number as this language writes it; a minus is a minus, and no hyphen. */
  number(value: number): string {
    return this.#formats.number.format(value).replace('-', '−');
  }

  /** Names in a row, as this language joins them, each in its own direction: in U+2068 and U+2069, which show as nothing. */
  list(names: string[]): string {
    const isolated = names.map((name) => String.fromCodePoint(0x2068) + name + String.fromCodePoint(0x2069));
    return new Intl.ListFormat(this.language.locale, { type: 'conjunction' }).format(isolated);
  }

  /** A share, as per cent. */
  percent(share: number): string {
    return this.#formats.percent.format(share);
  }

  /** A day (`2024-02-14`) as this language writes it. */
  day(iso: string): string {
    const day = new Date(`${iso}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return iso;
    return this.#formats.day.format(day);
  }

  /** A moment as this language writes it, in this machine's time zone. */
  moment(iso: string): string {
    const moment = new Date(iso);
    if (Number.isNaN(moment.getTime())) return iso;
    return this.#formats.moment.format(moment);
  }
}

/** What was chosen before, or else what the browser asks for. */
function first(): Language {
  const wishes = [localStorage.getItem(KEPT), ...navigator.languages];
  for (const wish of wishes) {
    const found = languages.find((language) => wish === language.code || wish?.startsWith(`${language.code}-`));
    if (found) return found;
  }
  return languages[0];
}

export const spoken = new Spoken();
