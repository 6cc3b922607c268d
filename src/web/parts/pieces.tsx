/** A running text with what went struck out and what came underlined. */
import type { Piece } from '../diff.ts';
import { numbersInOrder } from '../numbers.ts';

export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ tag: Tag, text }, index) => {
        const shown = numbersInOrder(text);
        return Tag ? <Tag key={index}>{shown}</Tag> : shown;
      })}
    </>
  );
}
