/**
 * Which of many records share a name with another one, in a few numbers a record: all others are papers of their own, and
 * need not stand in memory together.
 */
import type { RawRecord } from "../domain/record.ts";
import { hash64 } from "../lib/hash.ts";
import { UnionFind } from "../lib/union-find.ts";
import { arxivKey, doiKey, recordId } from "./identify.ts";
import { foldedTitle } from "./same-paper.ts";

/** Hexadecimal digits of a hash that a number holds exactly. Two names with one hash only cost a closer look. */
const DIGITS = 13;
const KEYS = 5;

export class SharedKeys {
  /** A column a kind of name; 0 where a record has none. */
  private readonly columns = Array.from({ length: KEYS }, () => new Float64Array(1024));
  private count = 0;

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

  /** The records by whom they share names with, directly or over others; they are numbered as they were added, from 0. */
  kin(): Kin {
    const sets = new UnionFind(this.count);
    for (const column of this.columns) {
      const repeated = repeatedNumbers(column.slice(0, this.count));
      const firsts = new Int32Array(repeated.length).fill(-1);
      for (let i = 0; i < this.count && repeated.length > 0; i++) {
        const at = placeIn(repeated, column[i]!);
        if (at < 0) continue;
        if (firsts[at]! < 0) firsts[at] = i;
        else sets.union(firsts[at]!, i);
      }
    }
    return new Kin(sets, this.count);
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
}

/** Records in groups that share no name with each other. */
export class Kin {
  /** For a record that is not alone the number of its group; -1 for one that is. */
  private readonly groups: Int32Array;
  /** Records that are not alone. */
  readonly records: number;

  constructor(sets: UnionFind, size: number) {
    const sizes = new Int32Array(size);
    for (let i = 0; i < size; i++) sizes[sets.find(i)]!++;
    this.groups = new Int32Array(size).fill(-1);
    let [records, groups] = [0, 0];
    for (let i = 0; i < size; i++) {
      const first = sets.find(i);
      if (sizes[first]! < 2) continue;
      this.groups[i] = first === i ? groups++ : this.groups[first]!;
      records++;
    }
    this.records = records;
  }

  /** Whether a record shares no name with another. */
  isAlone(record: number): boolean {
    return this.groups[record] === -1;
  }

  /** The group of a record that is not alone, from 0. */
  groupOf(record: number): number {
    return this.groups[record]!;
  }
}

function keyOf(text: string): number {
  return parseInt(hash64(text).slice(0, DIGITS), 16);
}

/** The numbers that stand more than once in a list, 0 aside, in their order. The list is sorted. */
function repeatedNumbers(numbers: Float64Array): Float64Array {
  numbers.sort();
  let found = 0;
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i]!;
    // Found numbers are written over numbers that have been read.
    if (number === numbers[i - 1] && number !== 0 && (found === 0 || numbers[found - 1] !== number))
      numbers[found++] = number;
  }
  return numbers.slice(0, found);
}

/** The place of a number in a sorted list of different ones; -1 where it is missing. */
function placeIn(sorted: Float64Array, number: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else if (sorted[middle] === number) return middle;
    else high = middle - 1;
  }
  return -1;
}
