/**
 * Long forms of one short form that say the same ("long short-term memory", "Long-Short Term Memory networks") as one
 * sense.
 */
import { compareCodePoints } from "../../lib/order.ts";
import type { KnownSense } from "../model/notions.ts";
import { SenseIndex } from "./sense-index.ts";
import { looseKey } from "./short-keys.ts";

/** Long forms that say the same. */
export interface Sense {
  /** The long form that most papers give. */
  readonly text: string;
  /** Papers that define the short form so, and those of the background. */
  readonly papers: number;
  readonly known: readonly KnownSense[];
  /** Group keys of all its long forms; the first is that of `text`. */
  readonly keys: readonly string[];
}

export interface LongForm {
  readonly key: string;
  readonly text: string;
  papers: number;
  known?: KnownSense;
}

/** A paper of the corpus counts as much as so many of the background. */
export const OWN_PAPER = 8;

const longWeight = ({ papers, known }: LongForm): number => papers * OWN_PAPER + (known?.papers ?? 0);

/** Adds what the background says of a short form to its long ones, by group key. */
export function addKnown(
  longs: Map<string, LongForm>,
  senses: readonly KnownSense[],
  groupKey: (key: string) => string,
): void {
  for (const sense of senses) {
    sense.keys.map(groupKey).forEach((key, i) => {
      const long = longs.get(key) ?? { key, text: sense.text, papers: 0 };
      longs.set(key, i === 0 && long.known === undefined ? { ...long, known: sense } : long);
    });
  }
}

/**
 * Joins the long forms of one short form that say the same.
 *
 * @param papersWith papers that have a group key
 */
export function clusterSenses(
  short: string,
  longs: Iterable<LongForm>,
  papersWith: ReadonlyMap<string, number>,
): Sense[] {
  const byUse = [...longs].sort(
    (a, b) => b.papers - a.papers || (b.known?.papers ?? 0) - (a.known?.papers ?? 0) || compareCodePoints(a.key, b.key),
  );
  const found: LongForm[][] = [];
  const index = byUse.length > 1 ? new SenseIndex(looseKey(short), papersWith) : undefined;
  for (const long of byUse) {
    const cluster = index?.add(long.key, found.length, longWeight(long)) ?? 0;
    if (cluster < found.length) found[cluster]!.push(long);
    else found.push([long]);
  }
  return found
    .map((cluster) => ({
      text: cluster[0]!.text,
      papers: cluster.reduce((sum, { papers }) => sum + papers, 0),
      known: cluster.flatMap(({ known }) => known ?? []),
      keys: cluster.map(({ key }) => key),
    }))
    .sort((a, b) => b.papers - a.papers || compareCodePoints(a.text, b.text));
}
