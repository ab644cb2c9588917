/**
 * Variant keys that are one: written in one word ("pre training", "pretraining"; "cifar 10", "cifar10"), or differing by
 * the number of the word before "of", they meet under the one that more papers use.
 */
import { compareCodePoints } from "../../lib/order.ts";
import { singular } from "../text/variants.ts";
import type { CorpusMentions } from "../choose/corpus-mentions.ts";
import { countPapers } from "./count-papers.ts";

/** @returns the key that stands for a key, which need not be one of a mention */
export function closedForms(forms: CorpusMentions): (key: string) => string {
  const { keys, keyOf } = forms;
  const papers = countPapers(forms, (form) => keyOf[form]!, keys.length);
  /** Closed form → number of the best key written so. */
  const best = new Map<string, number>();
  const closedOf = keys.map(closedForm);
  closedOf.forEach((closed, key) => {
    const rival = best.get(closed);
    const ahead = rival === undefined ? 1 : papers[key]! - papers[rival]!;
    if (ahead > 0 || (ahead === 0 && compareCodePoints(keys[key]!, keys[rival!]!) < 0)) best.set(closed, key);
  });
  return standingFor(new Map(keys.map((key, k) => [key, keys[best.get(closedOf[k]!)!]!])), best, keys);
}

/** Apart from where they are found: a function there would keep all closed forms. */
function standingFor(
  known: ReadonlyMap<string, string>,
  best: ReadonlyMap<string, number>,
  keys: readonly string[],
): (key: string) => string {
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const met = best.get(closedForm(key));
    return met === undefined ? key : keys[met]!;
  };
}

/** Plurals that look like singulars to `variantKey`, and a clipped word. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ["ids", "id"],
  ["taus", "tau"],
  ["subnet", "subnetwork"],
]);

function closedForm(key: string): string {
  const words = key.split(" ").map((word) => SAME_WORDS.get(word) ?? word);
  // "neural nets" are networks; a "net" alone is a net.
  if (words.length > 1 && words.at(-1) === "net") words[words.length - 1] = "network";
  return words.map((word, i) => (words[i + 1] === "of" ? singular(word) : word)).join("");
}
