import { en } from './en';

/** Every word of the interface. English is the measure; another language has each of its keys, or does not compile. */
export type Words = typeof en;

export interface Language {
  /** As in BCP 47. */
  code: string;
  /** In the language itself. */
  name: string;
  /** How it writes numbers and days; digits are those of the brief. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** The day with which a week begins: 0 for Sunday. */
  weekBegins: number;
  /** Whether a native speaker has reviewed the words. */
  reviewed: boolean;
  /** Its words, loaded once somebody wants them. */
  load: () => Promise<Words>;
}

/** All languages. A new one is a folder beside this file and a row here. */
export const languages: readonly [Language, ...Language[]] = [
  { code: 'en', name: 'English', locale: 'en-GB', direction: 'ltr', weekBegins: 1, reviewed: true, load: () => Promise.resolve(en) },
  { code: 'ar', name: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl', weekBegins: 6, reviewed: false, load: () => import('./ar').then((module) => module.ar) },
];
