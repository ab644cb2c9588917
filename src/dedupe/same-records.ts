/**
 * Which of the records read before are the same paper as one: those that share a name with it are compared, each of them.
 *
 * The answer is the same in whatever order records come. A name of few records is looked up as it is. Of one that too many
 * unlike records have (a number that a program writes everywhere, "Editorial") only those of the same texts are compared, and
 * of texts that too many have only those that are alike in everything that is looked at: the time stays linear.
 */
import type { RawRecord } from "../domain/record.ts";
import { hash64 } from "../lib/hash.ts";
import { remember } from "../lib/remember.ts";
import { arxivKey, doiKey } from "./identify.ts";
import {
  comparableTitle,
  firstAuthor,
  foldedTitle,
  haveLikeTexts,
  haveSameTexts,
  isSameByTitle,
} from "./same-paper.ts";

/** Unlike records that are compared with each other. */
const MOST_NAMESAKES = 300;

interface Way {
  readonly rule: string;
  /** Empty where the record has no such name. */
  readonly name: (record: RawRecord) => string;
  /** The same in both directions; left out where the name alone is enough. */
  readonly test?: (a: RawRecord, b: RawRecord) => boolean;
}

const WAYS: readonly Way[] = [
  { rule: "same identifier", name: arxivKey },
  { rule: "same identifier", name: ({ doi }) => doiKey(doi), test: haveLikeTexts },
  { rule: "same identifier", name: ({ id = "" }) => id, test: haveSameTexts },
  { rule: "same title", name: comparableTitle, test: isSameByTitle },
];

/** Everything that a test looks at: records with the same are the same to every other one. */
const looksOf = remember((record: RawRecord): string => {
  const { doi, date = "", abstract = "" } = record;
  const author = [...firstAuthor(record)].join(" ");
  return hash64([arxivKey(record), doiKey(doi), foldedTitle(record), date.slice(0, 4), author, abstract].join("\n"));
});

const textsOf = remember((record: RawRecord): string => hash64(`${foldedTitle(record)}\n${record.abstract ?? ""}`));

/** What records are looked up by under one name, from coarse to fine. */
const FINER: readonly ((record: RawRecord) => string)[] = [() => "", textsOf, looksOf];

/** A record, and what it belongs to. */
interface Known<T> {
  readonly record: RawRecord;
  readonly of: T;
}

export class SameRecords<T> {
  private readonly tables: readonly NameTable<T>[];

  /** @param records all that will be looked up. */
  constructor(records: readonly RawRecord[]) {
    this.tables = WAYS.map((way) => new NameTable(way, records));
  }

  /**
   * What the records that are the same paper belong to, each once, by which rule.
   *
   * @param now what something that was added belongs to by now
   */
  find(record: RawRecord, now: (of: T) => T): ReadonlyMap<T, string> {
    const found = new Map<T, string>();
    for (const table of this.tables)
      for (const other of table.namesakes(record)) {
        const of = now(other.of);
        if (!found.has(of) && (table.way.test?.(other.record, record) ?? true)) found.set(of, table.way.rule);
      }
    return found;
  }

  add(record: RawRecord, of: T): void {
    for (const table of this.tables) table.add({ record, of });
  }
}

class NameTable<T> {
  private readonly known = new Map<string, Known<T>[]>();
  /** What was added of a crowd, by how it looks. */
  private readonly seen = new Set<string>();
  /** Names that many records have, which may all look the same. */
  private readonly crowds = new Set<string>();
  /** Keys that too many unlike records have. */
  private readonly common = new Set<string>();

  constructor(
    readonly way: Way,
    records: readonly RawRecord[],
  ) {
    if (!way.test) return;
    const counts = new Map<string, number>();
    const names = records.map((record) => way.name(record));
    for (const name of names) if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [name, count] of counts) if (count > MOST_NAMESAKES) this.crowds.add(name);
    let crowd = records.filter((_, i) => this.crowds.has(names[i]!));
    for (let level = 0; level < FINER.length - 1; level++) {
      const looks = new Map<string, Set<string>>();
      for (const record of crowd) {
        const key = this.keyAt(level, record);
        const known = looks.get(key) ?? new Set();
        if (known.size <= MOST_NAMESAKES) looks.set(key, known.add(looksOf(record)));
      }
      for (const [key, { size }] of looks) if (size > MOST_NAMESAKES) this.common.add(key);
      crowd = crowd.filter((record) => this.common.has(this.keyAt(level, record)));
    }
  }

  namesakes(record: RawRecord): readonly Known<T>[] {
    return this.known.get(this.keyOf(record)) ?? [];
  }

  add(known: Known<T>): void {
    const key = this.keyOf(known.record);
    if (key === "") return;
    const others = this.known.get(key);
    if (others && !this.way.test) return;
    if (this.wasSeen(key, known.record)) return;
    if (others) others.push(known);
    else this.known.set(key, [known]);
  }

  /** Of what looks the same one is enough to compare with, where there are many. */
  private wasSeen(key: string, record: RawRecord): boolean {
    if (!this.crowds.has(this.way.name(record))) return false;
    const own = `${looksOf(record)}${key}`;
    if (this.seen.has(own)) return true;
    this.seen.add(own);
    return false;
  }

  /** The coarsest key that not too many unlike records have; empty without a name. */
  private keyOf(record: RawRecord): string {
    if (this.way.name(record) === "") return "";
    let level = 0;
    while (level < FINER.length - 1 && this.common.has(this.keyAt(level, record))) level++;
    return this.keyAt(level, record);
  }

  private keyAt(level: number, record: RawRecord): string {
    return `${FINER[level]!(record)}\n${this.way.name(record)}`;
  }
}
