import type { ConflictTold, MoveTold } from '../../../types/protocol';
import type { Words } from '../../words';

// What is said of the conflict in several places.

export const SENSES = ['nash', 'gmr', 'smr', 'seq', 'sim'] as const;
export type Sense = (typeof SENSES)[number];

/** Dashes of the lines of each mover: nobody has to tell movers apart by colour. */
const DASHES = ['', '7 4', '2 4', '10 4 2 4', '14 5', '1 5'];
export const dashes = (mover: number): string => DASHES[mover % DASHES.length]!;

/** The letter under which an option goes in a drawing: A … Z, then A2 … */
export const letter = (option: number): string =>
  String.fromCharCode(65 + (option % 26)) + (option >= 26 ? String(Math.floor(option / 26) + 1) : '');

/** A mover in as few letters as tell it from the others. */
export function initial(conflict: ConflictTold, mover: number): string {
  const names = conflict.movers.map((one) => [...one.name]);
  const name = names[mover]!;
  for (let n = 1; n < name.length; n++) {
    const start = name.slice(0, n).join('');
    if (names.filter((other) => other.slice(0, n).join('') === start).length === 1) return start;
  }
  return name.join('');
}

/** The senses in which a state holds for everyone. */
export function holds(conflict: ConflictTold, state: number): Sense[] {
  const { equilibria } = conflict.answer.stability;
  return SENSES.filter((sense) => equilibria[sense]?.includes(state));
}

/** What somebody does who makes a move, each part marked as made or taken back. */
export function deed(conflict: ConflictTold, move: MoveTold, w: Words['conflict']): string {
  if (move.changes.length === 0) return w.move;
  return move.changes
    .map((change) => {
      const text = conflict.options[change.option]!.text;
      return change.made ? w.make(text) : w.takeBack(text);
    })
    .join(', ');
}

/** A text in lines of at most so many letters, the last cut short if there are more. */
export function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > letters ? `${word.slice(0, letters - 1)}…` : word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = kept[most - 1]!;
  kept[most - 1] = last.length + 2 > letters ? `${last.slice(0, letters - 1)}…` : `${last} …`;
  return kept;
}
