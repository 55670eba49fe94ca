// Days of the calendar as numbers that can be counted with: days since 1 January 1970.

const DAY = 86_400_000;

/** The number of a day (`2024-02-14`). */
export const numbered = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/** The day of a number. */
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** The day of the week of a number: 0 for Sunday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;
