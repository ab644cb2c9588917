/**
 * Papers in, typed terms with evidence out. The order of the steps is this file.
 */
import type { Paper } from "../domain/paper.ts";
import { collect, staged, type Problem, type Staged } from "../domain/staged.ts";
import type { Extraction } from "../domain/term.ts";
import type { Decision } from "../contract/decisions.ts";
import { compareCodePoints } from "../lib/order.ts";
import { buildTerms } from "./terms/build-terms.ts";
import { chooseMentions } from "./choose/choose-mentions.ts";
import { DEFAULT_EXTRACT_CONFIG, type ExtractConfig } from "./config.ts";
import { groupForms } from "./group/group-forms.ts";
import { type ExtractResources } from "./resources.ts";
import { tagPapers } from "./tag/tag-papers.ts";
import type { TaggedPapers } from "./tag/tagged-papers.ts";

export { DEFAULT_EXTRACT_CONFIG, type ExtractConfig };
export { type ExtractResources } from "./resources.ts";

export interface ExtractOptions {
  /** What people decided; applied last. */
  readonly decisions?: readonly Decision[];
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Terms of a corpus, and of each paper in it.
 * The result does not depend on the order of `papers`, except that `paperTerms` follows it. Never throws on any text.
 */
export function extractTerms(
  papers: readonly Paper[],
  resources: ExtractResources,
  config: ExtractConfig = DEFAULT_EXTRACT_CONFIG,
  { decisions = [], onProgress }: ExtractOptions = {},
): Staged<Extraction> {
  const tagged = tagPapers(papers, resources, config.minProbability, onProgress);
  return gatherTerms(papers, tagged, resources, config, decisions);
}

/** The corpus-wide half: everything after `tagPapers`, which may have run elsewhere. */
export function gatherTerms(
  papers: readonly Paper[],
  tagged: TaggedPapers,
  resources: ExtractResources,
  config: ExtractConfig = DEFAULT_EXTRACT_CONFIG,
  decisions: readonly Decision[] = [],
): Staged<Extraction> {
  // Sums and first occurrences follow the ids, so that the files' order cannot show.
  const order = papers.map((_, i) => i).sort((a, b) => compareCodePoints(papers[a]!.id, papers[b]!.id));
  const chosen = chooseMentions(papers, tagged, order, resources, config, decisions);
  const grouped = groupForms(papers, tagged, chosen, order, decisions);
  const built = buildTerms(papers, tagged, chosen, grouped.value, order, resources, decisions);
  return collect(built.value, staged(null, skipped(papers, tagged)), grouped, built);
}

/** In the order of the papers; who shows them may fold them. */
function skipped(papers: readonly Paper[], tagged: TaggedPapers): Problem[] {
  return papers.flatMap((paper, i): Problem[] =>
    tagged.at(i)!.english
      ? []
      : [
          {
            code: "extract/not-english",
            severity: "info",
            message: `not in English, kept without terms: ${excerpt(paper.title)}`,
            where: paper.source,
          },
        ],
  );
}

/** Whole characters only, so that no surrogate is cut. */
function excerpt(title: string): string {
  const characters = Array.from(title);
  return characters.length <= MAX_TITLE ? title : `${characters.slice(0, MAX_TITLE - 1).join("")}…`;
}

const MAX_TITLE = 80;
