import { spoken } from '../state/language.svelte';

// How figures are written, in every view: shares in per cent, differences of shares in points, values with two decimals; a minus is a
// minus (U+2212) and no hyphen.

/** A share, 0 to 1. What is not quite none or all does not read as if it were. */
export function share(value: number): string {
  const percent = 100 * value;
  const digits = (percent > 0 && percent < 1) || (percent > 99 && percent < 100) ? 1 : 0;
  return `${written(percent, digits)}\u00a0%`;
}

/** The 95 % interval of a share. */
export function shareRange([low, high]: readonly [number, number]): string {
  return `${written(100 * low, 0)}–${written(100 * high, 0)}\u00a0%`;
}

/** A value on a party's own scale. */
export function worth(value: number): string {
  return written(value, 2);
}

/** A difference with its sign; a minus is a minus, and none has no sign. */
export function signed(value: number, digits: number): string {
  const told = written(Math.abs(value), digits);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return told;
  return `${value < 0 ? '−' : '+'}${told}`;
}

export function written(value: number, digits: number): string {
  // As the renderer rounds: what lies half-way goes to the even side.
  const manner: Intl.NumberFormatOptions & { roundingMode: 'halfEven' } = { minimumFractionDigits: digits, maximumFractionDigits: digits, roundingMode: 'halfEven' };
  return new Intl.NumberFormat(spoken.language.locale, manner).format(value).replace('-', '−');
}

/** Figures of a comparison that are values and not shares. */
const VALUES = new Set(['margin', 'margin_over_worlds', 'opening_cost']);

/** A figure of a comparison. */
export function amount(figure: string, value: number | null): string {
  if (value === null) return '–';
  return VALUES.has(figure) ? worth(value) : share(value);
}

/** A difference of shares in points, without the word. As with shares, a small one does not read as if it were none. */
export function points(difference: number): string {
  const all = Math.abs(100 * difference);
  return signed(100 * difference, all > 0 && all < 1 ? 1 : 0);
}

/** By how much a figure of a comparison moves, in points or on the scale. */
export function moved(figure: string, difference: number): string {
  if (!VALUES.has(figure)) return points(difference);
  const size = Math.abs(difference);
  return signed(difference, size > 0 && size < 0.01 ? 3 : 2);
}

/** The word that belongs behind such a difference, with its space; nothing behind a value. */
export function unit(figure: string): string {
  return VALUES.has(figure) ? '' : `\u00a0${spoken.words.state.points}`;
}

/** The interval of that. */
export function movedRange(figure: string, [low, high]: readonly [number, number]): string {
  const at = (value: number) => moved(figure, value);
  return `${at(low)} … ${at(high)}`;
}
