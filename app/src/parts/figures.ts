// The figures in a sentence of the headline, so that each can lead to where it is worked out.

/** A stretch of a sentence. */
export interface Piece {
  text: string;
  /** If it is a figure, the part of the sentence in which it stands; else nothing. */
  clause: string | null;
}

// What stands between quotation marks is a name, and what stands in brackets of numbers is the interval of the figure before.
const PARTS = /“[^”]*”|\([\d.,–−\s]+%?\)|([−+]?\d+(?:\.\d+)?\s%|[−+]?\d+\.\d+)/g;

/** A sentence in pieces. One without figures is a single piece, and stands as a whole for what it says. */
export function pieces(sentence: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of sentence.matchAll(PARTS)) {
    const figure = match[1];
    if (figure === undefined) continue;
    if (match.index > from) found.push({ text: sentence.slice(from, match.index), clause: null });
    found.push({ text: figure, clause: clauseAt(sentence, match.index) });
    from = match.index + figure.length;
  }
  if (from === 0) return [{ text: sentence, clause: sentence }];
  if (from < sentence.length) found.push({ text: sentence.slice(from), clause: null });
  return found;
}

/** What stands around a place of a sentence, from the semicolon, colon or full stop before it to the next. */
function clauseAt(sentence: string, place: number): string {
  let from = 0;
  for (const end of sentence.matchAll(/[;:.]\s/g)) {
    if (end.index > place) return sentence.slice(from, end.index);
    from = end.index + end[0].length;
  }
  return sentence.slice(from);
}
