/**
 * The costly, paper-by-paper half of the extraction: tokens, tags, candidate spans. Plain data out, so that it may run
 * anywhere; nothing in it depends on other papers.
 */
import { type Paper, type TextField } from "../../domain/paper.ts";
import { proseTest } from "../text/mark-up.ts";
import { englishText, tokenizePaper, viewPaper, type FieldText } from "./paper-view.ts";
import { endsOf } from "./candidate-ends.ts";
import { type TagResources } from "../resources.ts";
import { Tagger } from "./tagger.ts";
import type { TextRange } from "../text/abbreviations.ts";
import { variantKey } from "../text/variants.ts";
import { TextKinds } from "./text-kinds.ts";
import { Words } from "./words.ts";
import type { Candidate, DefinedAbbreviation, TaggedPaper } from "../types.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { ShardPaper } from "./shard-paper.ts";
import { type TaggedShard, TaggedShardWriter } from "./tagged-shard.ts";

/** Papers whose words are asked about together. */
const BATCH = 256;
/** Distinct words kept at a time (about 1 kB each): beyond, all are forgotten and learned anew as they come. */
const MAX_WORDS = 100_000;

/** Tags papers one after the other; what it learns about words is kept from call to call. */
export class PaperTagger {
  readonly #resources: TagResources;
  readonly #minProbability: number;
  readonly #tagger: Tagger;
  readonly #kinds: TextKinds;
  #words: Words;
  /** One for all shards: its columns have grown to their size. */
  readonly #writer = new TaggedShardWriter();

  /** @param minProbability candidates below it are dropped, 0…1 */
  constructor(resources: TagResources, minProbability: number) {
    this.#resources = resources;
    this.#minProbability = minProbability;
    this.#tagger = new Tagger(resources);
    this.#kinds = new TextKinds(resources.model.kinds, resources.background);
    this.#words = new Words(resources.background, resources.knownTags);
  }

  tag(papers: readonly Pick<Paper, "title" | "abstract">[]): TaggedShard {
    for (let from = 0; from < papers.length; from += BATCH) this.#tagBatch(papers.slice(from, from + BATCH));
    return this.#writer.done();
  }

  #tagBatch(papers: readonly Pick<Paper, "title" | "abstract">[]): void {
    const writer = this.#writer;
    if (this.#words.facts.length > MAX_WORDS) {
      this.#words = new Words(this.#resources.background, this.#resources.knownTags);
      this.#tagger.forgetWords();
    }
    const texts = papers.map((paper) => tokenizePaper(paper, this.#words));
    this.#words.tagNewWords();
    for (const text of texts) {
      const { english, title, abstract } = englishText(text, this.#words);
      if (english) {
        viewPaper({ ...text, title, abstract }, this.#words, this.#kinds).forEach((view, f) => {
          const field = TEXT_FIELDS[f]!;
          fieldCandidates(view, field, this.#tagger, this.#minProbability, (candidate) => writer.candidate(candidate));
          for (const definition of fieldDefinitions(view, field)) writer.abbreviation(definition);
        });
      }
      writer.paper(english, title.sentences, abstract.sentences);
    }
  }
}

/** Papers tagged by themselves, for training and evaluation: an extraction works on shards. */
export function tagPapers(
  papers: readonly Pick<Paper, "title" | "abstract">[],
  resources: TagResources,
  minProbability: number,
): TaggedPaper[] {
  const shard = new PaperTagger(resources, minProbability).tag(papers);
  return papers.map((paper, i) => new ShardPaper(shard, i, paper));
}

/** Hands the candidates of one field to `take`, in text order. */
export function fieldCandidates(
  { view }: FieldText,
  field: TextField,
  tagger: Tagger,
  minProbability: number,
  take: (candidate: Candidate) => void,
): void {
  const { tokens } = view;
  const isProse = proseTest(tokens.text);
  for (const [sentenceNumber, range] of tokens.sentences.entries()) {
    const sentence = { start: range.start, end: range.end };
    for (const { from, to, probability, types, typesByForm } of tagger.candidates(view, range, minProbability)) {
      const start = tokens.start[from]!;
      const end = tokens.end[to - 1]!;
      if (!isProse(start, end)) continue;
      const text = tokens.text.slice(start, end);
      take({
        field,
        start,
        end,
        text,
        key: variantKey(text),
        sentence,
        sentenceNumber,
        words: to - from,
        probability,
        types,
        typesByForm,
        ends: endsOf(view, range, from, to, tagger.background),
      });
    }
  }
}

export function fieldDefinitions({ view: { tokens }, pairs }: FieldText, field: TextField): DefinedAbbreviation[] {
  const part = ({ start, end }: TextRange) => ({ start, end, text: tokens.text.slice(start, end) });
  return pairs.map(({ shortText, longText }) => ({ field, short: part(shortText), long: part(longText) }));
}
