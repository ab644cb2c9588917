/**
 * The papers of one shard, from phase to phase: what was found of them so far, and the work of each phase.
 */
import { fieldText } from "../../contract/field-text.ts";
import { MentionChooser } from "../choose/choose-mentions.ts";
import { ChosenRows } from "../choose/chosen-rows.ts";
import { definedPairs } from "../choose/defined-pairs.ts";
import { dosedNames } from "../choose/dosed-names.ts";
import { missingCandidates } from "../choose/kept-terms.ts";
import { countKeys, type KeyAnswers, type ShardKeyCounts } from "../choose/key-counts.ts";
import { coinedCue } from "../choose/coined-names.ts";
import { KindCue, kindCue, listedKind } from "../choose/kind-cue.ts";
import { keyRecords } from "../choose/key-records.ts";
import { type MentionTable, MentionTableWriter } from "../choose/mention-table.ts";
import { MentionLinker } from "../link/link-mentions.ts";
import { linkedMentions } from "../link/linked-candidates.ts";
import { type LinkTable, LinkTableWriter } from "../link/link-table.ts";
import { type ExtractResources } from "../resources.ts";
import { ShardPaper } from "../tag/shard-paper.ts";
import { type TaggedShard, withoutScores } from "../tag/tagged-shard.ts";
import { type CleanPaper } from "../text/clean/clean-text.ts";
import { variantKey } from "../text/variants.ts";
import { describeTerms } from "../terms/describe-terms.ts";
import type { RoleFinder } from "../terms/roles.ts";
import type { TermAnswers } from "../terms/term-facts.ts";
import { type PaperTermTable, PaperTermWriter } from "../terms/paper-term-table.ts";
import { Relater } from "../relate/relater.ts";
import { type RelationTable, RelationWriter } from "../relate/relation-table.ts";
import { DescribedRows } from "./described-rows.ts";
import type { Candidate, Chosen } from "../types.ts";

/** A text that could not be tagged: its place in the shard, and why. */
export interface LostText {
  readonly at: number;
  readonly reason: string;
}

export class Shard {
  tagged: TaggedShard;
  readonly lost: readonly LostText[];
  /** As they are tagged; mentions go out with their places in the texts as given. */
  readonly #texts: readonly CleanPaper[];
  readonly #resources: ExtractResources;
  readonly #chooser: MentionChooser;
  #chosen = new ChosenRows();
  /** What the fourth phase found, for the fifth. */
  readonly #described = new DescribedRows();

  constructor(
    texts: readonly CleanPaper[],
    tagged: TaggedShard,
    resources: ExtractResources,
    chooser: MentionChooser,
    lost: readonly LostText[] = [],
  ) {
    this.lost = lost;
    this.tagged = tagged;
    this.#texts = texts;
    this.#resources = resources;
    this.#chooser = chooser;
  }

  countKeys(): ShardKeyCounts {
    return countKeys(this.tagged);
  }

  choose({ counts, kept }: KeyAnswers): MentionTable {
    const writer = new MentionTableWriter();
    const records = keyRecords(this.tagged.keys, counts);
    this.#texts.forEach((text, i) => {
      const paper = new ShardPaper(this.tagged, i, text);
      const { pairs, added: defined } = definedPairs(paper, variantKey);
      const dosed = dosedNames(text, paper, this.#resources.background);
      const missing = kept.length === 0 ? [] : missingCandidates(text, paper, kept);
      const added = [...defined, ...dosed.added, ...missing];
      const candidates = added.length === 0 ? paper.candidates : [...paper.candidates, ...added];
      const chosen = this.#chooser.choose(paper, candidates, records, kept, pairs, dosed.keys);
      for (const { candidate } of chosen) {
        const own = fieldText(text, candidate.field);
        const isCoined = coinedCue(candidate, own, paper) !== undefined;
        writer.mention(candidate, text.fields[candidate.field], { kind: cueOf(candidate, own), isCoined });
      }
      writer.paper(paper.english, paper.abbreviations);
      this.#chosen.push(candidates, chosen, added);
    });
    this.tagged = withoutScores(this.tagged);
    return writer.done();
  }

  /** @param groupOf per mention of the shard */
  link(linker: MentionLinker, groupOf: Uint32Array): LinkTable {
    const writer = new LinkTableWriter();
    const all = new ChosenRows();
    this.#texts.forEach((text, i) => {
      const paper = new ShardPaper(this.tagged, i, text);
      const first = this.#chosen.first(i);
      const chosen = this.#chosen.at(i, paper);
      const own = new Set(chosen.map((_, m) => groupOf[first + m]!));
      const places = paper.english ? linker.link(text, paper, chosen, own) : [];
      const added = this.#chosen.addedTo(i);
      const { mentions, unseen } = linkedMentions(text, paper, places, paper.candidateCount + added.length);
      mentions.forEach(({ candidate }, k) => {
        const { row } = places[k]!;
        writer.link(candidate, linker.groupOf(row), linker.ruleOf(row), text.fields[candidate.field]);
      });
      writer.paper();
      all.pushNumbered(inTextOrder([...chosen, ...mentions]), [...added, ...unseen]);
    });
    this.#chosen = all;
    return writer.done();
  }

  describe(finder: RoleFinder, { termOf, facts }: TermAnswers): PaperTermTable {
    const writer = new PaperTermWriter();
    this.#texts.forEach((text, i) => {
      const paper = new ShardPaper(this.tagged, i, text);
      const { mentionsOf, numbersOf } = this.#mentionsByTerm(i, paper, termOf);
      for (const term of describeTerms(text, paper, mentionsOf, facts, this.#resources, finder)) {
        writer.term(term, numbersOf.get(term.term)!);
        this.#described.term(term);
      }
      writer.paper();
      this.#described.paper();
    });
    return writer.done();
  }

  /** Asked after `describe`, with the same answers. */
  relate(relater: Relater, { termOf, facts }: TermAnswers): RelationTable {
    const writer = new RelationWriter();
    this.#texts.forEach((text, i) => {
      const paper = new ShardPaper(this.tagged, i, text);
      const { mentionsOf, numbersOf } = this.#mentionsByTerm(i, paper, termOf);
      const found = this.#described.of(i);
      const numbers = [...mentionsOf.keys()];
      const terms = numbers.map((term) => ({
        type: facts.types[term]!,
        ...found.get(term)!,
        places: mentionsOf.get(term)!.map(({ candidate }) => candidate),
      }));
      const { title, abstract } = text;
      const read =
        terms.length < 2 ? [] : relater.relate({ title, abstract, sentences: paper.sentences.abstract, terms });
      for (const { kind, head, tail, confidence, cue, placeOf, place } of read) {
        const mention = numbersOf.get(numbers[placeOf]!)![place]!;
        writer.relation({ kind, head: numbers[head]!, tail: numbers[tail]!, confidence, cue, mention });
      }
      writer.paper();
    });
    return writer.done();
  }

  /** The mentions of a paper's terms and their numbers in the shard, terms in the order in which the text names them. */
  #mentionsByTerm(i: number, paper: ShardPaper, termOf: Int32Array) {
    const first = this.#chosen.first(i);
    const mentionsOf = new Map<number, Chosen[]>();
    const numbersOf = new Map<number, number[]>();
    this.#chosen.at(i, paper).forEach((mention, m) => {
      const term = termOf[first + m]!;
      if (term < 0) return;
      const mentions = mentionsOf.get(term);
      if (mentions) {
        mentions.push(mention);
        numbersOf.get(term)!.push(first + m);
      } else {
        mentionsOf.set(term, [mention]);
        numbersOf.set(term, [first + m]);
      }
    });
    return { mentionsOf, numbersOf };
  }
}

/** Longer strings say themselves what they are. */
const MAX_NAME_WORDS = 3;

function cueOf({ start, end, words, text: form }: Candidate, text: string): KindCue {
  if (words > MAX_NAME_WORDS) return KindCue.None;
  return /\p{Lu}/u.test(form) ? kindCue(text, start, end) : listedKind(text, start);
}

function inTextOrder<C extends Chosen>(mentions: C[]): C[] {
  return mentions.sort(({ candidate: a }, { candidate: b }) =>
    a.field === b.field ? a.start - b.start : a.field === "title" ? -1 : 1,
  );
}
