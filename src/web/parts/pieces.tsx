/** A running text with deletions struck out and insertions underlined. */
import type { ComponentChildren } from 'preact';
import type { Piece } from '../diff.ts';
import { numbersInOrder } from '../numbers.ts';

export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => <>{piecesOf(pieces)}</>;

/** The same as plain nodes, for long lists. */
export const piecesOf = (pieces: readonly Piece[]): ComponentChildren[] =>
  pieces.map(({ tag: Tag, text }, index) => {
    const shown = numbersInOrder(text);
    return Tag ? <Tag key={index}>{shown}</Tag> : shown;
  });
