/**
 * Papers in, typed terms with evidence out. The order of the steps is this file.
 */
import type { Decision } from "../contract/decisions.ts";
import type { Paper } from "../domain/paper.ts";
import { collect, type Problem, type Staged, staged } from "../domain/staged.ts";
import type { Extraction } from "../domain/term.ts";
import { compareCodePoints } from "../lib/order.ts";
import { isOverBudget, MAX_TEXT } from "./budget.ts";
import { type CorpusMentions, MentionJoin } from "./choose/corpus-mentions.ts";
import { wordFrequency } from "./model/background.ts";
import { readableTexts } from "./text/clean/readable-texts.ts";
import { keptTerms } from "./choose/kept-terms.ts";
import { KeyCountJoin } from "./choose/key-counts.ts";
import { DEFAULT_EXTRACT_CONFIG, type ExtractConfig } from "./config.ts";
import { groupForms } from "./group/group-forms.ts";
import type { Grouping } from "./group/grouping.ts";
import { divideIntoShards } from "./shards/divide.ts";
import { joinLinks, type LinkedMentions } from "./link/join-links.ts";
import { linkForms } from "./link/link-forms.ts";
import { findStatements } from "./statements.ts";
import { type OpenPasses, type Passes, passesHere } from "./shards/passes.ts";
import { type ExtractResources } from "./resources.ts";
import { joinRelations } from "./relate/join-relations.ts";
import { joinPaperTerms } from "./terms/join-paper-terms.ts";
import { nameTerms, termAnswers } from "./terms/name-terms.ts";

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
  // First occurrences follow the ids, so that the files' order cannot show.
  const order = papers.map((_, i) => i).sort((a, b) => compareCodePoints(papers[a]!.id, papers[b]!.id));
  const passes = openPasses(divideIntoShards(papers), resources, config);
  try {
    onStage?.("tag");
    const counts = new KeyCountJoin();
    const lost = new Map<Paper, string>();
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
    const chosen = join.done();
    onStage?.("group");
    const grouped = groupForms(papers, chosen, order, decisions, resources);
    onStage?.("link");
    const { mentions, grouping } = await linkMentions(passes, chosen, grouped.value, order);
    onStage?.("name");
    const named = nameTerms(papers, mentions, grouping, order, decisions);
    onStage?.("describe");
    const answers = termAnswers(mentions, named.value);
    const paperTerms = joinPaperTerms(await passes.describe(answers), mentions);
    onStage?.("relate");
    const relations = joinRelations(await passes.relate(answers), mentions);
    onStage?.("state");
    const extraction = {
      terms: named.value.terms,
      paperTerms,
      relations,
      statements: findStatements(papers, paperTerms, named.value.terms),
      readableTexts: readableTexts(papers, wordFrequency(resources.background)),
    };
    return collect(extraction, staged(null, skipped(papers, mentions, lost)), grouped, named);
  } finally {
    await passes.close();
  }
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
function skipped(papers: readonly Paper[], { english }: CorpusMentions, lost: ReadonlyMap<Paper, string>): Problem[] {
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
