import { languages, type Language } from '../words';

const KEPT = 'detente-language';

/** The language of the interface. */
class Spoken {
  language = $state.raw<Language>(first());
  readonly words = $derived(this.language.words);

  choose(code: string): void {
    const chosen = languages.find((language) => language.code === code);
    if (!chosen) return;
    this.language = chosen;
    localStorage.setItem(KEPT, code);
  }

  /** A number as this language writes it. */
  number(value: number): string {
    return new Intl.NumberFormat(this.language.locale).format(value);
  }

  /** Names in a row, as this language joins them, each in its own direction: in U+2068 and U+2069, which show as nothing. */
  list(names: string[]): string {
    const isolated = names.map((name) => String.fromCodePoint(0x2068) + name + String.fromCodePoint(0x2069));
    return new Intl.ListFormat(this.language.locale, { type: 'conjunction' }).format(isolated);
  }

  /** A share, as per cent. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.language.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  }

  /** A day (`2024-02-14`) as this language writes it. */
  day(iso: string): string {
    const day = new Date(`${iso}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return iso;
    return new Intl.DateTimeFormat(this.language.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  }

  /** A moment as this language writes it, in this machine's time zone. */
  moment(iso: string): string {
    const moment = new Date(iso);
    if (Number.isNaN(moment.getTime())) return iso;
    return new Intl.DateTimeFormat(this.language.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
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
