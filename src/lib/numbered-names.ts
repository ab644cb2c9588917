/**
 * Numbers for names, in the order of first use.
 */
export class NumberedNames {
  readonly list: string[] = [];
  readonly #numberOf = new Map<string, number>();

  /** @param names those that have the first numbers */
  constructor(names: readonly string[] = []) {
    for (const name of names) this.numberOf(name);
  }

  numberOf(name: string): number {
    let number = this.#numberOf.get(name);
    if (number === undefined) {
      this.#numberOf.set(name, (number = this.list.length));
      this.list.push(name);
    }
    return number;
  }

  /** -1 for a name that has none. */
  find(name: string): number {
    return this.#numberOf.get(name) ?? -1;
  }
}
