/**
 * Which candidates are terms, paper by paper, given what the whole corpus thinks of their strings.
 */
import { type BoostedTrees, treesProbability } from "../model/boosted-trees.ts";
import { backgroundTermhood } from "../model/termhood.ts";
import { type TagResources } from "../resources.ts";
import type { Candidate, Chosen, TaggedPaper } from "../types.ts";
import { CERTAIN, chooseSpans } from "./choose-spans.ts";
import { certainMentions, type DefinedPair } from "./defined-pairs.ts";
import { DOSED_PROBABILITY } from "./dosed-names.ts";
import { GENERIC_TERMS } from "./generic-terms.ts";
import type { KeptTerm } from "./kept-terms.ts";
import { type KeyFacts, keyFactsOf, type KeyRecords } from "./key-records.ts";
import { keysToRerank } from "./reranker.ts";

/** "1.43times", "39.9F1", "2–4times" as keys: figures that a text writes without a blank. */
const VALUE = /^(?:\d+(?:\.\d+)?(?:times?|x|f1|mv)(?: |$))+$|^\d+\.\d+\p{L}+$|^\d[\d. ]*times?$/u;

const NO_KEYS: ReadonlySet<string> = new Set();

export class MentionChooser {
  readonly #trees: BoostedTrees;
  readonly #threshold: number;
  readonly #background: TagResources["background"];
  #factsOf: (key: string) => KeyFacts;

  /** @param threshold strings below it are no terms, 0…1 */
  constructor({ model, background }: TagResources, threshold: number) {
    this.#trees = model.choice;
    this.#threshold = threshold;
    this.#background = background;
    this.#factsOf = keyFactsOf(backgroundTermhood(background));
  }

  /** What was looked up of strings so far. */
  forget(): void {
    this.#factsOf = keyFactsOf(backgroundTermhood(this.#background));
  }

  /**
   * The paper's mentions, in text order.
   * @param candidates its own, and places of kept terms and defined pairs that the tagger did not see
   * @param dosed keys of what stands beside a dose: see `dosedNames`
   * @param pairs short forms with their long forms: where one is a term, both are mentions
   */
  choose(
    paper: TaggedPaper,
    candidates: readonly Candidate[],
    records: KeyRecords,
    kept: readonly KeptTerm[],
    pairs: readonly DefinedPair[] = [],
    dosed: ReadonlySet<string> = NO_KEYS,
  ): Chosen[] {
    const probabilities = new Map(
      keysToRerank(paper, records, this.#factsOf).map(({ key, features }) => [
        key,
        treesProbability(this.#trees, features, this.#threshold),
      ]),
    );
    for (const key of GENERIC_TERMS) probabilities.delete(key);
    for (const key of probabilities.keys()) if (VALUE.test(key)) probabilities.delete(key);
    for (const key of dosed) probabilities.set(key, Math.max(DOSED_PROBABILITY, probabilities.get(key) ?? 0));
    for (const { key } of kept) probabilities.set(key, CERTAIN);
    const free = chooseSpans(candidates, probabilities, this.#threshold);
    const certain = certainMentions(pairs, free, probabilities, this.#threshold);
    return certain.size === 0 ? free : chooseSpans(candidates, probabilities, this.#threshold, certain);
  }
}
