/**
 * Papers in, typed terms with evidence out. The order of the steps is this file.
 */
import type { Decision } from "../contract/decisions.ts";
import type { Paper } from "../domain/paper.ts";
import { collect, type Problem, type Staged, staged } from "../domain/staged.ts";
import type { Extraction, Term } from "../domain/term.ts";
import { compareCodePoints } from "../lib/order.ts";
import { isOverBudget, MAX_TEXT } from "./budget.ts";
import { type CorpusMentions, MentionJoin, type MentionPlaces } from "./choose/corpus-mentions.ts";
import { wordFrequency } from "./model/background.ts";
import { readableTexts } from "./text/clean/readable-texts.ts";
import { keptTerms } from "./choose/kept-terms.ts";
import { KeyCountJoin } from "./choose/key-counts.ts";
import { DEFAULT_EXTRACT_CONFIG, type ExtractConfig } from "./config.ts";
import { groupForms } from "./group/group-forms.ts";
import type { Grouping } from "./group/grouping.ts";
import { NO_SHORTS } from "./group/open-shorts.ts";
import { divideIntoShards } from "./shards/divide.ts";
import { joinLinks, type LinkedMentions } from "./link/join-links.ts";
import { linkForms } from "./link/link-forms.ts";
import { findStatements } from "./statements.ts";
import { type OpenPasses, type Passes, passesHere } from "./shards/passes.ts";
import { type ExtractResources } from "./resources.ts";
import { joinRelations } from "./relate/join-relations.ts";
import { joinPaperTerms } from "./terms/join-paper-terms.ts";
import { nameTerms, termAnswers } from "./terms/name-terms.ts";
import type { TermAnswers } from "./terms/term-facts.ts";

export { DEFAULT_EXTRACT_CONFIG, type ExtractConfig };
export { type ExtractResources } from "./resources.ts";

export interface ExtractOptions {
  /** What people decided; applied last. */
  readonly decisions?: readonly Decision[];
  readonly onProgress?: (done: number, total: number) => void;
  /** Called when a step begins: `tag choose group link name describe relate state`. */
  readonly onStage?: (stage: string) => void;
  /** Where the work on shards of papers is done; in this thread if left out. Any way must give the same tables. */
  readonly openPasses?: OpenPasses;
}

/**
 * Terms of a corpus, and of each paper in it.
 * The result does not depend on the order of `papers`, except that `paperTerms` follows it. Never rejects on any text.
 */
export async function extractTerms(
  papers: readonly Paper[],
  resources: ExtractResources,
  config: ExtractConfig = DEFAULT_EXTRACT_CONFIG,
  { decisions = [], onProgress, onStage, openPasses = passesHere() }: ExtractOptions = {},
): Promise<Staged<Extraction>> {
  const passes = openPasses(divideIntoShards(papers), resources, config);
  const lost = new Map<Paper, string>();
  const corpus: CorpusOf = { papers, resources, decisions, passes, lost, onStage, onProgress };
  const found = await describedTerms(corpus).finally(() => passes.close());
  const { terms, paperTerms, relations, places } = found.value;
  onStage?.("state");
  const extraction = {
    terms,
    paperTerms,
    relations,
    statements: findStatements(papers, paperTerms, terms),
    readableTexts: readableTexts(papers, wordFrequency(resources.background)),
  };
  return collect(extraction, staged(null, skipped(papers, places, lost)), found);
}

/** What the steps below share. */
interface CorpusOf {
  readonly papers: readonly Paper[];
  readonly resources: ExtractResources;
  readonly decisions: readonly Decision[];
  readonly passes: Passes;
  /** Filled: papers that could not be tagged, and why. */
  readonly lost: Map<Paper, string>;
  readonly onStage: ExtractOptions["onStage"];
  readonly onProgress: ExtractOptions["onProgress"];
}

/** All that is asked of the shards. */
async function describedTerms(corpus: CorpusOf) {
  const { passes, onStage } = corpus;
  const found = await findTerms(corpus);
  const { terms, answers, places } = found.value;
  onStage?.("describe");
  const paperTerms = joinPaperTerms(await passes.describe(answers), places);
  onStage?.("relate");
  const relations = joinRelations(await passes.relate(answers), places);
  return collect({ terms, paperTerms, relations, places }, found);
}

/**
 * The terms of the corpus, where they stand, and what is left to ask of the shards. Apart from the rest, so that what it
 * takes to find them can be freed before they are described.
 */
async function findTerms(
  corpus: CorpusOf,
): Promise<Staged<{ terms: readonly Term[]; answers: readonly TermAnswers[]; places: MentionPlaces }>> {
  const { papers, decisions, onStage } = corpus;
  // First occurrences follow the ids, so that the files' order cannot show.
  const order = papers.map((_, i) => i).sort((a, b) => compareCodePoints(papers[a]!.id, papers[b]!.id));
  const grouped = await findGroups(corpus, order);
  const { mentions, grouping } = grouped.value;
  onStage?.("name");
  const named = nameTerms(papers, mentions, grouping, order, decisions);
  const { english, firstOfShard, field, start, end, sentenceStart, sentenceEnd } = mentions;
  const places = { english, firstOfShard, field, start, end, sentenceStart, sentenceEnd };
  return collect({ terms: named.value.terms, answers: termAnswers(mentions, named.value), places }, grouped, named);
}

/** All mentions, grouped; what tells open short forms apart is done with by then. */
async function findGroups(corpus: CorpusOf, order: readonly number[]): Promise<Staged<LinkedMentions>> {
  const { papers, resources, decisions, passes, onStage } = corpus;
  const chosen = await findMentions(corpus);
  onStage?.("group");
  const grouped = groupForms(papers, chosen, order, decisions, resources);
  onStage?.("link");
  const { mentions, grouping } = await linkMentions(passes, chosen, grouped.value, order);
  return collect({ mentions, grouping: { ...grouping, openShorts: NO_SHORTS } }, grouped);
}

/** What was tagged and chosen, all shards joined. */
async function findMentions({ passes, decisions, lost, onStage, onProgress }: CorpusOf): Promise<CorpusMentions> {
  onStage?.("tag");
  const counts = new KeyCountJoin();
  await passes.tag(
    (shard, found) => counts.add(shard, found),
    onProgress,
    (paper, reason) => lost.set(paper, reason),
  );
  onStage?.("choose");
  const kept = keptTerms(decisions);
  const join = new MentionJoin();
  await passes.choose(
    (shard) => ({ counts: counts.countsOf(shard), kept }),
    (table) => join.add(table),
  );
  return join.done();
}

/** All places of the forms that are known by now, those included that the tagger passed over. */
async function linkMentions(
  passes: Passes,
  chosen: CorpusMentions,
  grouping: Grouping,
  order: readonly number[],
): Promise<LinkedMentions> {
  const { firstOfShard } = chosen;
  const groupOf = firstOfShard.slice(0, -1).map((first, s) => grouping.groupOf.slice(first, firstOfShard[s + 1]));
  const tables = await passes.link(linkForms(chosen, grouping, order), groupOf);
  return joinLinks(chosen, grouping, tables);
}

/** In the order of the papers; who shows them may fold them. */
function skipped(papers: readonly Paper[], { english }: MentionPlaces, lost: ReadonlyMap<Paper, string>): Problem[] {
  return papers.flatMap((paper, i): Problem[] => {
    if (isOverBudget(paper)) {
      const length = paper.title.length + (paper.abstract?.length ?? 0);
      return [
        {
          code: "extract/too-long",
          severity: "warning",
          message: `title and abstract have ${length} characters, kept without terms: ${excerpt(paper.title)}`,
          hint: `a paper is read up to ${MAX_TEXT} characters; is this a full text, or are records run together?`,
          where: paper.source,
        },
      ];
    }
    const reason = lost.get(paper);
    if (reason !== undefined) {
      return [
        {
          code: "extract/failed",
          severity: "warning",
          message: `could not be read (${reason}), kept without terms: ${excerpt(paper.title)}`,
          hint: "this is a fault of the program: please report it with the paper's text",
          where: paper.source,
        },
      ];
    }
    if (english[i] === 1) return [];
    return [
      {
        code: "extract/not-english",
        severity: "info",
        message: `not in English, kept without terms: ${excerpt(paper.title)}`,
        where: paper.source,
      },
    ];
  });
}

/** Whole characters only, so that no surrogate is cut. */
function excerpt(title: string): string {
  const characters = Array.from(title);
  return characters.length <= MAX_TITLE ? title : `${characters.slice(0, MAX_TITLE - 1).join("")}…`;
}

const MAX_TITLE = 80;
