/** A body as the bytes of its JSON. */

/** The JSON of an entry of a list, by the name of the list: for lists whose entries are parts of many answers. */
export type EntryTexts = Readonly<Record<string, (entry: never) => string>>;

const encoder = new TextEncoder();

/** Entries in one text: a list of tens of thousands would take several times its bytes in memory. */
const atOnce = 1000;

/**
 * The bytes of what `JSON.stringify` gives. Each list in `texts` is encoded by itself: it is usually ASCII, for which
 * that is much faster than in one text with Arabic.
 */
export function jsonBytes(body: object, texts: EntryTexts | undefined): Uint8Array<ArrayBuffer> {
  if (texts === undefined) return encoder.encode(JSON.stringify(body));
  const parts: Uint8Array[] = [];
  let text = '{';
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    text += `${text === '{' ? '' : ','}${JSON.stringify(name)}:`;
    const textOf = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (textOf === undefined) text += JSON.stringify(value);
    else {
      const entries = value as never[];
      for (let at = 0; at < entries.length; at += atOnce) {
        const some = entries
          .slice(at, at + atOnce)
          .map(textOf)
          .join(',');
        parts.push(encoder.encode(text), encoder.encode(`${at === 0 ? '[' : ','}${some}`));
        text = '';
      }
      text += entries.length === 0 ? '[]' : ']';
    }
  }
  parts.push(encoder.encode(`${text}}`));
  return joined(parts);
}

/** With memory of its own, so that it can be transferred to another thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
