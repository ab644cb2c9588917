/**
 * Papers and their terms → the graph document.
 */
import type { Paper } from "../domain/paper.ts";
import { collect, staged } from "../domain/staged.ts";
import type { Extraction } from "../domain/term.ts";
import { lastBuild } from "./last-build.ts";
import type { GraphConfig } from "./config.ts";
import { canonicalCorpus } from "./corpus.ts";
import { selectTerms } from "./select-terms.ts";
import type { BuildGraphOptions, BuiltGraph } from "./types.ts";
import { paperSimilarity } from "./similarity/similarity.ts";
import { findCommunities } from "./communities/communities.ts";
import { termKinds } from "./edges/term-kinds.ts";
import { termRelations } from "./edges/relations.ts";
import { similarPapers } from "./edges/similar-papers.ts";
import { applyLabels } from "./names/apply-labels.ts";
import { nameCommunities } from "./names/community-names.ts";
import { changeEntries, communityChanges, identifyCommunities } from "./names/match-communities.ts";
import { NEUTRAL } from "./names/palette.ts";
import { layOut } from "./layout/layout.ts";
import { communityNodes } from "./document/community-nodes.ts";
import { assembleDocument } from "./document/document.ts";
import { statedRecords } from "./document/stated.ts";

const STEPS = ["similarity", "communities", "relations", "names", "layout", "document"] as const;

/**
 * @param papers and `extraction.paperTerms` in one order, any order: the document is the same.
 * @returns a valid document for every corpus, the empty one included.
 */
export async function buildGraph(
  papers: readonly Paper[],
  extraction: Extraction,
  config: GraphConfig,
  options: BuildGraphOptions,
): Promise<BuiltGraph> {
  const step = (done: number) => options.onProgress?.(STEPS[done]!, done, STEPS.length);
  const { selection, last, hierarchy, narrowings, relations, similar } = await relate(papers, extraction, config, {
    options,
    step,
  });
  const corpus = selection.value;
  step(3);
  const identity = identifyCommunities(corpus, hierarchy, options.previous);
  const profiles = nameCommunities(corpus, hierarchy, identity, narrowings);
  const labelled = applyLabels(corpus, communityNodes({ corpus, hierarchy, identity, profiles }), {
    communityOfTerm: (term) => identity.communityIds[hierarchy.communities.term[term]!],
    decisions: options.decisions ?? [],
  });
  step(4);
  const layout = await layOut(corpus, hierarchy, config, { tasks: options.tasks, last });
  step(5);
  const nodes = labelled.value;
  const { maxTerms, maxEdges } = config;
  const limits = { maxTerms, maxEdges, isEveryTerm: !selection.isLimited };
  const stated = statedRecords(corpus, papers, extraction);
  const parts = { corpus, hierarchy, identity, nodes, relations, similar, stated, layout, limits, options };
  const document = assembleDocument(parts);
  const changes = communityChanges(identity, document, options.previous);
  return { ...collect(document, selection, labelled, staged(undefined, [], changeEntries(changes))), changes };
}

/**
 * The half that compares papers and terms. What only it needs, the features of all papers above all, can be freed before
 * the document is put together.
 */
async function relate(
  papers: readonly Paper[],
  extraction: Extraction,
  config: GraphConfig,
  { options, step }: { readonly options: BuildGraphOptions; readonly step: (done: number) => void },
) {
  const everything = canonicalCorpus(papers, extraction);
  step(0);
  const similarity = paperSimilarity(everything, config);
  const selection = selectTerms(everything, config, options.decisions);
  const corpus = selection.value;
  step(1);
  const last =
    options.previous &&
    lastBuild(corpus, options.previous, {
      settings: options.settings,
      ...(options.anew && { anew: true }),
      isApart: ({ color }) => color === NEUTRAL,
    });
  const hierarchy = await findCommunities(corpus, similarity, config, {
    ...(options.tasks && { tasks: options.tasks }),
    ...(last?.isNear && { anchor: last.anchor }),
  });
  step(2);
  const narrowings = termKinds(corpus, similarity.features, options.knownKinds);
  const relations = termRelations(corpus, narrowings, config);
  const similar = similarPapers(corpus, similarity, narrowings, config);
  return { selection, last, hierarchy, narrowings, relations, similar };
}
