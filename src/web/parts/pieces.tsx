/** A running text with what went struck out and what came underlined. */
import type { Piece } from '../diff.ts';

export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ tag: Tag, text }, index) => (Tag ? <Tag key={index}>{text}</Tag> : text))}</>;
}
