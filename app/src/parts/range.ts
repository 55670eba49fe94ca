// Numbers that nobody may know exactly, on a slider: one handle for a known number, two for a range, three with what is
// likeliest between.

/** From where to where a slider goes, and by how much a key moves it. */
export interface Scale {
  min: number;
  max: number;
  step: number;
}

/** 1, 2 or 5 times a power of ten, not above a number. */
function round(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  return (x / power >= 5 ? 5 : x / power >= 2 ? 2 : 1) * power;
}

/** A scale on which all these numbers can be seen, within the bounds of their place, with room to drag. */
export function scaleOf(numbers: readonly number[], least: number | null, most: number | null): Scale {
  let min = Math.min(...numbers);
  let max = Math.max(...numbers);
  if (least !== null && most !== null) {
    [min, max] = [least, most];
  } else {
    const room = max > min ? max - min : Math.abs(max) || 1;
    max = most ?? max + room;
    min = least ?? (min >= 0 ? Math.max(0, min - room) : min - room);
    // Whole numbers stay whole, and ends are round.
    const unit = round((max - min) / 10);
    if (most === null) max = Math.ceil(max / unit) * unit;
    if (least === null) min = Math.floor(min / unit) * unit;
  }
  if (!(max > min)) max = min + 1;
  const whole = numbers.every(Number.isInteger) && max - min >= 10;
  return { min, max, step: Math.max(round((max - min) / 100), whole ? 1 : 0) };
}

/** A number at one of the steps of a scale, without the noise of binary. */
export function snapped(x: number, { min, max, step }: Scale): number {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return Number(Math.min(max, Math.max(min, Math.round(x / step) * step)).toFixed(digits));
}

/** The same doubt with one part moved; it stops where its neighbours are. */
export function moved(parts: readonly number[], at: number, to: number, scale: Scale): number[] {
  const x = snapped(to, scale);
  const low = parts[at - 1] ?? -Infinity;
  const high = parts[at + 1] ?? Infinity;
  return parts.map((part, i) => (i === at ? Math.min(high, Math.max(low, x)) : part));
}

/** The same number with one, two or three parts. */
export function withParts(parts: readonly number[], count: number, scale: Scale): number[] {
  const low = parts[0] ?? scale.min;
  const high = parts.at(-1) ?? low;
  const middle = parts.length === 3 ? parts[1]! : snapped((low + high) / 2, { ...scale, step: scale.step / 2 });
  if (count === 1) return [middle];
  const room = (scale.max - scale.min) / 20;
  const ends = high > low ? [low, high] : [snapped(low - room, scale), snapped(high + room, scale)];
  return count === 2 ? ends : [ends[0]!, middle, ends[1]!];
}

/** The number that stands for the whole: itself, the middle of a range, what is likeliest. */
export function central(parts: readonly number[]): number {
  if (parts.length === 3) return parts[1]!;
  return ((parts[0] ?? 0) + (parts.at(-1) ?? 0)) / 2;
}

/** As it is written in a case. */
export function writtenRange(parts: readonly number[]): string {
  return parts.length === 1 ? String(parts[0]) : `[${parts.join(', ')}]`;
}

/** What somebody typed, as a number; null if it is none. A decimal comma is understood. */
export function typedNumber(typed: string): number | null {
  const plain = typed.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace('٫', '.').replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
