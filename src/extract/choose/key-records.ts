/**
 * What is known of a variant key beside one paper: from the rest of the corpus, and from the background.
 */
import { type Termhood, type TermhoodOf } from "../model/termhood.ts";
import { type KeyCounts, PROBABILITY_UNIT } from "./key-counts.ts";

/** What the corpus as a whole thinks of a key. */
export interface KeyRecord {
  /** Papers in which it is a candidate. */
  readonly papers: number;
  /** Sum over these of the greatest probability in the paper. */
  readonly sum: number;
}
export type KeyRecords = Pick<ReadonlyMap<string, KeyRecord>, "get">;

/** @param counts in step with `keys` */
export function keyRecords(keys: readonly string[], { papers, sum }: KeyCounts): KeyRecords {
  return new Map(keys.map((key, k) => [key, { papers: papers[k]!, sum: sum[k]! * PROBABILITY_UNIT }]));
}

/** A key without its first and without its last word ("" where it has one word), and what the background says of all. */
export interface KeyFacts {
  readonly withoutFirst: string;
  readonly withoutLast: string;
  readonly termhood: Termhood | undefined;
  readonly termhoodWithoutFirst: Termhood | undefined;
  readonly termhoodWithoutLast: Termhood | undefined;
}

/** Keys whose facts are kept; beyond, all are forgotten and looked up anew as they come. */
const MAX_KEYS = 200_000;

export function keyFactsOf(termhoodOf: TermhoodOf): (key: string) => KeyFacts {
  const known = new Map<string, KeyFacts>();
  return (key) => {
    let facts = known.get(key);
    if (facts) return facts;
    if (known.size >= MAX_KEYS) known.clear();
    const firstEnd = key.indexOf(" ");
    const withoutFirst = firstEnd < 0 ? "" : key.slice(firstEnd + 1);
    const withoutLast = firstEnd < 0 ? "" : key.slice(0, key.lastIndexOf(" "));
    facts = {
      withoutFirst,
      withoutLast,
      termhood: termhoodOf(key),
      termhoodWithoutFirst: withoutFirst ? termhoodOf(withoutFirst) : undefined,
      termhoodWithoutLast: withoutLast ? termhoodOf(withoutLast) : undefined,
    };
    known.set(key, facts);
    return facts;
  };
}
