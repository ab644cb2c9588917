/**
 * Which of many records share a name with another one, in a few numbers a record: all others are papers of their own, and
 * need not stand in memory together.
 */
import type { RawRecord } from "../domain/record.ts";
import { hash64 } from "../lib/hash.ts";
import { arxivKey, doiKey, recordId } from "./identify.ts";
import { foldedTitle } from "./same-paper.ts";

/** Hexadecimal digits of a hash that a number holds exactly. Two names with one hash only cost a closer look. */
const DIGITS = 13;
const KEYS = 5;

export class SharedKeys {
  /** A column a kind of name, sorted by itself when asked: what is compared is copied once, not all at once. */
  private readonly columns = Array.from({ length: KEYS }, () => new Float64Array(1024));
  private count = 0;
  private shared: ReadonlySet<number> | undefined;

  /** @param joins whether records of one paper will be joined; if not, only equal ids count. */
  constructor(private readonly joins: boolean) {}

  add(record: RawRecord): void {
    const names = this.joins
      ? [arxivKey(record), doiKey(record.doi), record.id ?? "", foldedTitle(record)]
      : ["", "", "", ""];
    names.forEach((name, kind) => {
      this.put(kind, name === "" ? 0 : keyOf(`${kind}\n${name}`));
    });
    this.put(KEYS - 1, keyOf(`=\n${recordId(record)}`));
    this.count++;
  }

  /** Whether the record that was added as number `i`, from 0, shares no name with another. */
  isAlone(i: number): boolean {
    this.shared ??= this.sharedKeys();
    for (const column of this.columns) if (this.shared.has(column[i]!)) return false;
    return true;
  }

  private put(kind: number, key: number): void {
    let column = this.columns[kind]!;
    if (this.count >= column.length) {
      const larger = new Float64Array(column.length * 2);
      larger.set(column);
      this.columns[kind] = column = larger;
    }
    column[this.count] = key;
  }

  private sharedKeys(): ReadonlySet<number> {
    const found = new Set<number>();
    for (const column of this.columns) for (const key of repeated(column.slice(0, this.count))) found.add(key);
    return found;
  }
}

function keyOf(text: string): number {
  return parseInt(hash64(text).slice(0, DIGITS), 16);
}

/** The numbers that stand more than once in a list, 0 aside. */
function repeated(numbers: Float64Array): ReadonlySet<number> {
  numbers.sort();
  const found = new Set<number>();
  for (let i = 1; i < numbers.length; i++)
    if (numbers[i] === numbers[i - 1] && numbers[i] !== 0) found.add(numbers[i]!);
  return found;
}
