/** Signature blocks at the end of a part: who signed, where and when. They get the kind `other`. */
import type { Draft } from './index.ts';
import { plainLetters } from './numerals.ts';
import { headingThresholds } from './thresholds.ts';

const opening =
  /^(?:\(?(?:توقيع|التوقيع|ختم)\)?(?=[\s:(]|$)|\(signed\)|صدر عنا|صدر في|حرر في|حررت في|وقع في|بتاريخ ?:|الموافق ?:|والله ولي التوفيق)/iu;

/** Marks an opening line among the last unnumbered ones of a part, and the short lines after it. */
export function markSignatures(drafts: Draft[]): void {
  const { signatureLines, signatureWords } = headingThresholds;
  for (const [i, draft] of drafts.entries()) {
    if (draft.kind !== 'paragraph' || draft.number !== null) continue;
    if (!opening.test(plainLetters(draft.text).trim())) continue;
    const rest: Draft[] = [];
    for (let j = i; j < drafts.length && drafts[j]!.part === draft.part; j++) rest.push(drafts[j]!);
    if (
      rest.length > signatureLines ||
      rest.some((other) => other.number !== null && other.kind === 'paragraph')
    )
      continue;
    for (const line of rest) {
      const short = line.text.split(/\s+/u).length <= signatureWords;
      if (line.kind === 'paragraph' && (line === draft || short))
        Object.assign(line, { kind: 'other', parent: null });
    }
  }
}
