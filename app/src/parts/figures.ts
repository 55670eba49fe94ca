import type { FigureTold, SentenceTold } from '../../types/protocol';

/** A stretch of a sentence of the headline. */
export interface Piece {
  text: string;
  /** The figure that it is, if it is one: it leads to where it is worked out. */
  figure: FigureTold | null;
}

/** A sentence in pieces, its figures apart. */
export function pieces({ text, figures }: SentenceTold): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  const words = (to: number) => {
    if (to > from) found.push({ text: text.slice(from, to), figure: null });
  };
  for (const figure of figures) {
    words(figure.at.from);
    found.push({ text: text.slice(figure.at.from, figure.at.to), figure });
    from = figure.at.to;
  }
  words(text.length);
  return found;
}
