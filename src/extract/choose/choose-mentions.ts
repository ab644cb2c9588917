/**
 * The second pass over the whole corpus: which candidates are terms, paper by paper.
 */
import type { Paper, TextField } from "../../domain/paper.ts";
import { fieldText } from "../../contract/field-text.ts";
import type { Decision } from "../../contract/decisions.ts";
import { treesProbability } from "../model/boosted-trees.ts";
import { corpusRecords, keyFactsOf } from "./key-records.ts";
import { keysToRerank } from "./reranker.ts";
import { chooseSpans } from "./choose-spans.ts";
import { type ChosenPapers, ChosenTable } from "./chosen-papers.ts";
import { type ExtractConfig } from "../config.ts";
import { GENERIC_TERMS } from "./generic-terms.ts";
import { type ExtractResources } from "../resources.ts";
import { backgroundTermhood } from "../model/termhood.ts";
import { tokenize } from "../text/tokens.ts";
import { variantKey } from "../text/variants.ts";
import type { TaggedPapers } from "../tag/tagged-papers.ts";
import type { Candidate, TaggedPaper } from "../types.ts";

/** Per paper (same order as the papers) its mentions in text order. */
export function chooseMentions(
  papers: readonly Paper[],
  tagged: TaggedPapers,
  order: readonly number[],
  { model, background }: ExtractResources,
  config: ExtractConfig,
  decisions: readonly Decision[],
): ChosenPapers {
  const records = corpusRecords(inOrder(tagged, order));
  const kept = new Map(decisions.flatMap((d) => (d.kind === "keep" ? [[variantKey(d.term), d.term] as const] : [])));
  const factsOf = keyFactsOf(backgroundTermhood(background));
  const chosen = new ChosenTable(tagged);
  for (let i = 0; i < tagged.length; i++) {
    const paper = tagged.at(i)!;
    const probabilities = new Map(
      keysToRerank(paper, records, factsOf).map(({ key, features }) => [key, treesProbability(model.choice, features)]),
    );
    for (const key of GENERIC_TERMS) probabilities.delete(key);
    for (const key of kept.keys()) probabilities.set(key, CERTAIN);
    const added = kept.size === 0 ? [] : missing(papers[i]!, paper, kept);
    const candidates = added.length === 0 ? paper.candidates : [...paper.candidates, ...added];
    chosen.push(paper, chooseSpans(candidates, probabilities, config.termThreshold), added);
  }
  return chosen;
}

function* inOrder(tagged: TaggedPapers, order: readonly number[]): Generator<TaggedPaper> {
  for (const i of order) yield tagged.at(i)!;
}

/** Beats any spans that compete with a kept term: each of these is worth less than 1, and few fit into one place. */
const CERTAIN = 100;

/** Places of the kept terms that the tagger did not even consider. */
function missing(paper: Paper, tagged: TaggedPaper, kept: ReadonlyMap<string, string>): Candidate[] {
  const found: Candidate[] = [];
  for (const field of ["title", "abstract"] as const) {
    const tokens = tokenize(fieldText(paper, field));
    for (const [key, term] of kept) {
      const words = tokenize(term).words.length;
      for (let i = 0; i + words <= tokens.words.length; i++) {
        const start = tokens.start[i]!;
        const end = tokens.end[i + words - 1]!;
        const text = tokens.text.slice(start, end);
        if (
          variantKey(text) !== key ||
          tagged.candidates.some((c) => c.field === field && c.start === start && c.end === end)
        )
          continue;
        const sentenceNumber = tokens.sentences.findIndex((sentence) => i < sentence.to);
        const sentence = tokens.sentences[sentenceNumber]!;
        found.push(keptCandidate(field, start, end, text, key, sentence, sentenceNumber, words));
      }
    }
  }
  return found;
}

function keptCandidate(
  field: TextField,
  start: number,
  end: number,
  text: string,
  key: string,
  sentence: { start: number; end: number },
  sentenceNumber: number,
  words: number,
): Candidate {
  return {
    field,
    start,
    end,
    text,
    key,
    sentence: { start: sentence.start, end: sentence.end },
    sentenceNumber,
    words,
    probability: 1,
    types: [0, 0, 0, 0, 0.1],
    ownTypes: [0, 0, 0, 0, 0.1],
    ends: [],
  };
}
