/**
 * Puts the finished parts into the contract's form; every number is rounded here.
 */
import {
  type Community,
  type GraphDocument,
  type PaperNode,
  type Placed,
  type RelationEdge,
  SCHEMA,
  type TermNode,
} from "../../contract/graph-document.ts";
import { compareCodePoints, roundTo } from "../../lib/order.ts";
import { WEAK as WEAK_GROUP } from "../communities/agreement.ts";
import type { BuildGraphOptions } from "../types.ts";
import type { Hierarchy } from "../communities/communities.ts";
import type { Corpus } from "../corpus.ts";
import { mentionEdges } from "../edges/mentions.ts";
import type { SimilarPapers } from "../edges/similar-papers.ts";
import type { StatedRecords } from "./stated.ts";
import type { Circles } from "../layout/circles.ts";
import { type LimitedEdges, maxEdgesOf } from "../limits.ts";
import { newPapers } from "../new-papers.ts";
import { nodeIds } from "../node-ids.ts";
import type { Identity } from "../names/match-communities.ts";

export interface DocumentParts {
  readonly corpus: Corpus;
  readonly hierarchy: Hierarchy;
  readonly identity: Identity;
  readonly nodes: readonly Community[];
  readonly relations: LimitedEdges<RelationEdge>;
  readonly similar: SimilarPapers;
  readonly stated: StatedRecords;
  readonly layout: Circles;
  /** Of the document: see `limits.ts`. */
  readonly limits: { readonly maxTerms: number; readonly maxEdges: number; readonly isEveryTerm: boolean };
  readonly options: Pick<BuildGraphOptions, "generator" | "settings" | "title" | "previous">;
}

/** @returns the document, numbers rounded: shares to 3 or 4 digits, places to 2. */
export function assembleDocument(parts: DocumentParts): GraphDocument {
  const { corpus, hierarchy, relations, similar, stated, limits, options } = parts;
  const mentions = mentionEdges(corpus, maxEdgesOf("mentions", limits.maxEdges));
  const title = options.title ?? options.previous?.title ?? "";
  const isNew = newPapers(corpus.papers, options.previous);
  const isEveryEdge = mentions.isWhole && relations.isWhole && similar.isWhole;
  return {
    schema: SCHEMA,
    generator: options.generator,
    ...(title !== "" && { title }),
    settings: options.settings,
    quality: quality(hierarchy),
    ...(!(limits.isEveryTerm && isEveryEdge) && {
      limits: {
        ...(!limits.isEveryTerm && { terms: limits.maxTerms }),
        ...(!isEveryEdge && { edges: limits.maxEdges }),
      },
    }),
    papers: corpus.papers.map((paper, i): PaperNode => ({
      ...paper,
      ...placed(parts, i),
      ...(similar.strays[i] === 1 && { stray: true as const }),
      ...(isNew[i] === 1 && { new: true as const }),
    })),
    terms: termNodes(parts),
    mentions: mentions.edges,
    relations: relations.edges,
    similar: similar.edges,
    communities: parts.nodes,
    ...(stated.results.length > 0 && { results: stated.results }),
    ...(stated.definitions.length > 0 && { definitions: stated.definitions }),
  };
}

/** Node `i` of papers first, then terms. */
function placed({ corpus, hierarchy, identity, layout }: DocumentParts, i: number): Placed {
  const { communities, topics } = hierarchy;
  const papers = corpus.papers.length;
  const isPaper = i < papers;
  const local = isPaper ? i : i - papers;
  const topic = identity.topicIds[(isPaper ? topics.paper : topics.term)[local]!] ?? -1;
  return {
    node: nodeIds(corpus)[isPaper ? "papers" : "terms"][local]!,
    community: identity.communityIds[(isPaper ? communities.paper : communities.term)[local]!] ?? 0,
    ...(topic < 0 ? {} : { topic }),
    confidence: roundTo((isPaper ? communities.paperConfidence : communities.termConfidence)[local]!, 3),
    x: roundTo(layout.x[i]!, 2),
    y: roundTo(layout.y[i]!, 2),
    size: roundTo(layout.radius[i]!, 2),
  };
}

function termNodes(parts: DocumentParts): TermNode[] {
  const { corpus, hierarchy } = parts;
  const firstSeen = firstDates(corpus);
  return corpus.terms.map((term, i) => ({
    ...placed(parts, corpus.papers.length + i),
    term: term.term,
    type: term.type,
    type_cue: term.typeCue.describe(),
    aliases: term.aliases.map(({ text, rule, count }) => ({ text, rule, count })),
    papers: term.papers,
    count: term.count,
    ...(hierarchy.generic[i] === 1 && { generic: true as const }),
    ...(firstSeen[i] === undefined ? {} : { first_seen: firstSeen[i] }),
  }));
}

/** Per term: the earliest date of its papers, undefined where none has one. */
function firstDates({ papers, terms, paperTerms: { offsets, term } }: Corpus): (string | undefined)[] {
  const dates = [...new Set(papers.flatMap(({ date }) => (date === undefined ? [] : [date])))].sort(compareCodePoints);
  const rankOf = new Map(dates.map((date, rank) => [date, rank]));
  const first = new Int32Array(terms.length).fill(dates.length);
  papers.forEach(({ date }, paper) => {
    const rank = date === undefined ? dates.length : rankOf.get(date)!;
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++)
      first[term[row]!] = Math.min(first[term[row]!]!, rank);
  });
  return Array.from(first, (rank) => dates[rank]);
}

/** Below these, what the runs found is hardly more than what they would find in noise. */
const WEAK = { stability: WEAK_GROUP.community.stability, modularity: 0.3, papers: 12 } as const;
/** Above this stability the runs agree, whatever the modularity: communities of unlike sizes. */
const SURE = 0.9;

function quality({ communities, modularity }: Hierarchy): GraphDocument["quality"] {
  const papers = communities.paper.length;
  let sum = 0;
  for (const c of communities.paper) sum += communities.stability[c]!;
  const stability = papers > 0 ? sum / papers : 0;
  const figures = { modularity: roundTo(modularity, 4), stability: roundTo(stability, 3) };
  // One community has a modularity of 0, whatever holds it together.
  const isTold = communities.count === 1 || stability >= SURE || modularity >= WEAK.modularity;
  const warning = weakness(papers, figures, stability >= WEAK.stability && isTold);
  return warning === undefined ? figures : { ...figures, warning };
}

function weakness(
  papers: number,
  { stability, modularity }: { readonly stability: number; readonly modularity: number },
  isSound: boolean,
): string | undefined {
  if (papers === 0) return "No papers: nothing to group.";
  if (papers < WEAK.papers)
    return `Only ${papers} ${papers === 1 ? "paper" : "papers"}: too few for communities to mean much.`;
  if (isSound) return undefined;
  return (
    "The communities are weak: other runs would draw other borders " +
    `(stability ${stability.toFixed(2)}, modularity ${modularity.toFixed(2)}). Read them as a rough sorting.`
  );
}
