/**
 * Senses of short forms that the background knows, each put together when it is asked for: a corpus has few of them.
 */
import { NumberedNames } from "../../lib/numbered-names.ts";
import { UnionFind } from "../../lib/union-find.ts";
import type { KnownSense } from "../model/notions.ts";
import { addKnown, clusterSenses, type LongForm, type Sense } from "./sense-clusters.ts";

export class KnownSenses {
  readonly #shortForms: ReadonlyMap<string, readonly KnownSense[]>;
  readonly #groupKey: (key: string) => string;
  readonly #papersWith: ReadonlyMap<string, number>;
  readonly #found = new Map<string, readonly Sense[]>();

  /** @param shortForms by `shortKey` @param groupKey of a variant key @param papersWith papers that have a group key */
  constructor(
    shortForms: ReadonlyMap<string, readonly KnownSense[]>,
    groupKey: (key: string) => string,
    papersWith: ReadonlyMap<string, number>,
  ) {
    this.#shortForms = shortForms;
    this.#groupKey = groupKey;
    this.#papersWith = papersWith;
  }

  /** Of a short form that no paper of the corpus defines. */
  of(short: string): readonly Sense[] | undefined {
    const known = this.#shortForms.get(short);
    if (!known) return undefined;
    let senses = this.#found.get(short);
    if (!senses) {
      const longs = new Map<string, LongForm>();
      addKnown(longs, known, this.#groupKey);
      this.#found.set(short, (senses = clusterSenses(short, longs.values(), this.#papersWith)));
    }
    return senses;
  }

  /** Adds what is known of a short form to what papers of the corpus say of it. */
  addTo(longs: Map<string, LongForm>, short: string): void {
    addKnown(longs, this.#shortForms.get(short) ?? [], this.#groupKey);
  }

  /**
   * The senses of the other short forms with which a long form of the corpus shares a group, over any number of short
   * forms.
   *
   * @param own long forms of the short ones that papers define, those known of them among them
   */
  near(own: ReadonlyMap<string, ReadonlyMap<string, LongForm>>): Sense[] {
    const names = new NumberedNames();
    const lists: number[][] = [...own.values()].map((longs) => [...longs.keys()].map((key) => names.numberOf(key)));
    const ofCorpus = new Set(lists.flat());
    const others: { readonly short: string; readonly list: number[] }[] = [];
    for (const [short, senses] of this.#shortForms) {
      if (own.has(short)) continue;
      const list = senses.flatMap(({ keys }) => keys.map((key) => names.numberOf(this.#groupKey(key))));
      others.push({ short, list });
    }
    const groups = new UnionFind(names.list.length);
    for (const list of [...lists, ...others.map((other) => other.list)])
      for (const number of list) groups.union(list[0]!, number);
    const reached = new Set(
      names.list.flatMap((key, number) =>
        ofCorpus.has(number) || this.#papersWith.has(key) ? [groups.find(number)] : [],
      ),
    );
    return others.flatMap(({ short, list }) =>
      list.length > 1 && reached.has(groups.find(list[0]!)) ? (this.of(short) ?? []) : [],
    );
  }
}
