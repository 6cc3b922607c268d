/** Something with several holders, released by the last one: a snapshot of the store, an open segment. */
export class Shared<T> {
  readonly value: T;
  private readonly letGo: (value: T) => void;
  private holders = 1;

  /** Initially held by its creator. */
  constructor(value: T, letGo: (value: T) => void) {
    this.value = value;
    this.letGo = letGo;
  }

  hold(): this {
    this.holders += 1;
    return this;
  }

  release(): void {
    this.holders -= 1;
    if (this.holders === 0) this.letGo(this.value);
  }
}
