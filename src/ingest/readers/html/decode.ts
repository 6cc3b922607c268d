/** An HTML file's bytes to a string: byte order mark, declared charset, strict UTF-8, otherwise Windows-1256. */
import { decodeText } from '../text/decode.ts';

/** Charset of the XML declaration or of a `meta` in the first few kilobytes. */
function declared(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  const match =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head) ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/iu.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}

export function decodeHtml(bytes: Uint8Array, file: string): string {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const charset = marked ? null : declared(bytes);
  if (charset !== null && !/^utf-?(?:8|16)/u.test(charset)) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // An unknown name: go by the bytes.
    }
  }
  return decodeText(bytes, file).text;
}
