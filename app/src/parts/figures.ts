// The figures in a sentence of the headline, so that each can lead to where it is worked out.

/** A stretch of a sentence. */
export interface Piece {
  text: string;
  /** Whether it is a figure. */
  figure: boolean;
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
    if (match.index > from) found.push({ text: sentence.slice(from, match.index), figure: false });
    found.push({ text: figure, figure: true });
    from = match.index + figure.length;
  }
  if (from === 0) return [{ text: sentence, figure: true }];
  return [...found, { text: sentence.slice(from), figure: false }].filter((piece) => piece.text !== '');
}

/** The part of a sentence, up to the next semicolon or colon, in which a figure stands. */
export function clauseOf(sentence: string, figure: string): string {
  return sentence.split(/[;:]\s|\.\s/).find((clause) => clause.includes(figure)) ?? sentence;
}
