/**
 * The small part of PDF's syntax (ISO 32000-1 §7.2–7.3) that pdf.js does not expose: values in dictionaries, and the
 * marked-content operators of a content stream with their properties.
 */

/** A value of the file; names keep their slash, so that they differ from strings. */
export type Value = number | string | boolean | null | Value[] | Dict | Ref | Text;
export type Dict = Map<string, Value>;
export interface Ref {
  ref: number;
}
/** A string, as bytes. */
export interface Text {
  bytes: number[];
}

export const isDict = (v: Value | undefined): v is Dict => v instanceof Map;
export const isRef = (v: Value | undefined): v is Ref =>
  typeof v === 'object' && v !== null && 'ref' in v && !(v instanceof Map);
export const isText = (v: Value | undefined): v is Text =>
  typeof v === 'object' && v !== null && 'bytes' in v && !(v instanceof Map);

const white = new Uint8Array(256);
for (const c of [0, 9, 10, 12, 13, 32]) white[c] = 1;
const delimiter = new Uint8Array(256);
for (const c of '()<>[]{}/%') delimiter[c.charCodeAt(0)] = 1;

const hexDigit = new Int8Array(256).fill(-1);
for (let i = 0; i < 16; i++) {
  const digit = i.toString(16);
  hexDigit[digit.charCodeAt(0)] = i;
  hexDigit[digit.toUpperCase().charCodeAt(0)] = i;
}

const deepest = 32;

/** Reads values one after another from bytes. */
export class Lexer {
  readonly bytes: Uint8Array;
  at: number;

  private left: number;

  /** `most`: the number of values that it returns, nested ones counted; after that, the bytes count as ended. */
  constructor(bytes: Uint8Array, at = 0, most = Number.POSITIVE_INFINITY) {
    this.bytes = bytes;
    this.at = at;
    this.left = most;
  }

  skipWhite(): void {
    const { bytes } = this;
    while (this.at < bytes.length) {
      const c = bytes[this.at]!;
      if (white[c]) this.at++;
      else if (c === 0x25)
        while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
      else break;
    }
  }

  /** The bare word (number, operator, keyword) at the current position. */
  word(): string {
    const from = this.at;
    this.passWord();
    return latin1(this.bytes, from, this.at);
  }

  /** The next value, or undefined at the end; a bare word that is not a value is returned as `{ op }`. */
  next(depth = 0): Value | { op: string } | undefined {
    if (this.left-- <= 0) this.at = this.bytes.length;
    this.skipWhite();
    const { bytes } = this;
    const c = bytes[this.at];
    if (c === undefined) return undefined;
    if (c === 0x2f) {
      this.at++;
      return `/${this.name()}`;
    }
    if (c === 0x28) return { bytes: this.literal() };
    if (c === 0x3c) return bytes[this.at + 1] === 0x3c ? this.dict(depth) : { bytes: this.hex() };
    if (c === 0x5b) return this.array(depth);
    const word = this.word();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    const n = Number(word);
    return Number.isNaN(n) ? { op: word } : n;
  }

  /** Moves past a bare word, or past one byte that is none. @returns its length */
  passWord(): number {
    const { bytes } = this;
    const from = this.at;
    while (this.at < bytes.length && !white[bytes[this.at]!] && !delimiter[bytes[this.at]!]) this.at++;
    if (this.at === from) this.at++;
    return this.at - from;
  }

  /** Moves past a string in parentheses. */
  passLiteral(): void {
    const { bytes } = this;
    let open = 0;
    for (; this.at < bytes.length; this.at++) {
      const c = bytes[this.at]!;
      if (c === 0x5c) this.at++;
      else if (c === 0x28) open++;
      else if (c === 0x29 && --open === 0) break;
    }
    this.at++;
  }

  /** Moves past a string in angle brackets. */
  passHex(): void {
    const end = this.bytes.indexOf(0x3e, this.at);
    this.at = end < 0 ? this.bytes.length : end + 1;
  }

  private name(): string {
    const { bytes } = this;
    const from = this.at;
    while (this.at < bytes.length && !white[bytes[this.at]!] && !delimiter[bytes[this.at]!]) this.at++;
    return latin1(bytes, from, this.at).replace(/#([0-9a-fA-F]{2})/g, (_, h) =>
      String.fromCharCode(parseInt(h, 16)),
    );
  }

  private literal(): number[] {
    const { bytes } = this;
    const out: number[] = [];
    let open = 1;
    this.at++;
    while (this.at < bytes.length) {
      let c = bytes[this.at++]!;
      if (c === 0x5c) {
        c = bytes[this.at++]!;
        const simple = 'nrtbf'.indexOf(String.fromCharCode(c));
        if (simple >= 0) out.push([10, 13, 9, 8, 12][simple]!);
        else if (c >= 0x30 && c <= 0x37) {
          let n = c - 0x30;
          for (let k = 0; k < 2; k++) {
            const d = bytes[this.at]!;
            if (!(d >= 0x30 && d <= 0x37)) break;
            n = n * 8 + d - 0x30;
            this.at++;
          }
          out.push(n & 255);
        } else if (c === 13) {
          if (bytes[this.at] === 10) this.at++;
        } else if (c !== 10) out.push(c);
        continue;
      }
      if (c === 0x28) open++;
      if (c === 0x29 && --open === 0) break;
      out.push(c);
    }
    return out;
  }

  private hex(): number[] {
    const { bytes } = this;
    const out: number[] = [];
    let high = -1;
    for (this.at++; this.at < bytes.length; this.at++) {
      const c = bytes[this.at]!;
      if (c === 0x3e) break;
      const digit = hexDigit[c]!;
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        out.push(high * 16 + digit);
        high = -1;
      }
    }
    if (high >= 0) out.push(high * 16);
    this.at++;
    return out;
  }

  private array(depth: number): Value[] {
    this.at++;
    return this.items(0x5d, depth);
  }

  private dict(depth: number): Dict {
    this.at += 2;
    const items = this.items(0x3e, depth);
    if (this.bytes[this.at] === 0x3e) this.at++;
    const dict: Dict = new Map();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      if (typeof key === 'string') dict.set(key, items[i + 1]!);
    }
    return dict;
  }

  /** Values up to the closing byte; `12 0 R` becomes a reference. */
  private items(close: number, depth: number): Value[] {
    const out: Value[] = [];
    if (depth > deepest) {
      this.at = this.bytes.length;
      return out;
    }
    for (;;) {
      this.skipWhite();
      const c = this.bytes[this.at];
      if (c === undefined) return out;
      if (c === close) {
        this.at++;
        return out;
      }
      const v = this.next(depth + 1);
      if (v === undefined) return out;
      if (typeof v === 'object' && v !== null && 'op' in v) {
        const number = out.at(-2);
        if (v.op === 'R' && typeof number === 'number') out.splice(-2, 2, { ref: number });
        continue;
      }
      out.push(v);
    }
  }
}

export function latin1(bytes: Uint8Array, from: number, to: number): string {
  const end = Math.min(to, bytes.length);
  if (from >= end) return '';
  if (end - from <= 8) {
    // Operators and numbers are read byte by byte: a view of the bytes costs more than they do.
    let text = '';
    for (let i = from; i < end; i++) text += String.fromCharCode(bytes[i]!);
    return text;
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from).toString('latin1');
}

const utf16be = new TextDecoder('utf-16be');
const utf16le = new TextDecoder('utf-16le');
const utf8 = new TextDecoder();

/** A text string (§7.9.2.2): UTF-16 with a byte-order mark, UTF-8 with one, otherwise one byte per letter. */
export function decodeText({ bytes }: Text): string {
  const data = Uint8Array.from(bytes);
  if (data[0] === 0xfe && data[1] === 0xff) return utf16be.decode(data.subarray(2));
  if (data[0] === 0xff && data[1] === 0xfe) return utf16le.decode(data.subarray(2));
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return utf8.decode(data.subarray(3));
  return latin1(data, 0, data.length);
}

/** Operands of the n-th `BDC` of a content stream: its properties, inline or by name. Everything else is skipped. */
export function markedContent(bytes: Uint8Array): (Value | undefined)[] {
  const lexer = new Lexer(bytes);
  const out: (Value | undefined)[] = [];
  let last: Value | undefined;
  for (;;) {
    lexer.skipWhite();
    const { at } = lexer;
    const c = bytes[at];
    if (c === undefined) return out;
    if (c === 0x2f || (c === 0x3c && bytes[at + 1] === 0x3c)) {
      const value = lexer.next();
      last = typeof value === 'string' || value instanceof Map ? value : undefined;
      continue;
    }
    if (c === 0x28) lexer.passLiteral();
    else if (c === 0x3c) lexer.passHex();
    else {
      const length = lexer.passWord();
      if (length === 3 && c === 0x42 && bytes[at + 1] === 0x44 && bytes[at + 2] === 0x43) out.push(last);
      else if (length === 2 && c === 0x49 && bytes[at + 1] === 0x44) skipInlineImage(lexer);
    }
    last = undefined;
  }
}

/** Moves past the `EI` that ends the inline image whose data begin here. */
function skipInlineImage(lexer: Lexer): void {
  const { bytes } = lexer;
  for (let i = lexer.at; i + 3 < bytes.length; i++) {
    if (bytes[i + 1] === 0x45 && bytes[i + 2] === 0x49 && white[bytes[i]!] && white[bytes[i + 3]!]) {
      lexer.at = i + 3;
      return;
    }
  }
  lexer.at = bytes.length;
}
