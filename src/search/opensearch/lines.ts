/**
 * Lines of JSON as bytes. They are written as they come, into memory that is used again for the next request: strings
 * that waited for theirs would grow old, and V8 would let old ones pile up.
 */
export class Lines {
  #bytes: Buffer;
  #end = 0;

  /** @param size number of bytes to begin with */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  get length(): number {
    return this.#end;
  }

  add(json: string): void {
    // UTF-8 takes at most three bytes for each UTF-16 unit.
    const most = this.#end + 3 * json.length + 1;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * most);
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    this.#end += this.#bytes.write(json, this.#end);
    this.#bytes[this.#end] = 10;
    this.#end += 1;
  }

  /** Valid until the next `add`. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  clear(): void {
    this.#end = 0;
  }
}
