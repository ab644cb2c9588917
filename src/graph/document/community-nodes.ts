/**
 * Communities as the document shows them.
 */
import type { Community } from "../../contract/graph-document.ts";
import { roundTo } from "../../lib/order.ts";
import { WEAK_STABILITY } from "../communities/agreement.ts";
import type { Communities, Level } from "../communities/communities.ts";
import type { CommunityProfile, Profiles } from "../names/community-names.ts";
import type { Corpus } from "../corpus.ts";
import type { EdgeList } from "../graphology.ts";
import type { Identity } from "../names/match-communities.ts";
import { membersOf } from "../communities/partition.ts";

export interface CommunityParts {
  readonly corpus: Corpus;
  readonly communities: Communities;
  readonly identity: Identity;
  readonly profiles: Profiles;
}

const REPRESENTATIVES = 5;

/** Areas by id, then topics by id. */
export function communityNodes(parts: CommunityParts): Community[] {
  const { communities, identity, profiles } = parts;
  const { areas, topics, areaOf } = communities;
  const strength = tiesInside(communities.graph, topics.paper);
  const byStrength = (a: number, b: number) => strength[b]! - strength[a]! || a - b;
  const topicPapers = membersOf(topics.paper).map((papers) => papers.sort(byStrength));

  const areaNodes = profiles.areas.map((profile, area) => {
    // An area shows the most typical paper of each of its topics before the second of any.
    const topicsHere = topicPapers.filter((_, topic) => areaOf[topic] === area);
    const typical = interleave(topicsHere, REPRESENTATIVES);
    return {
      id: identity.areaIds[area]!,
      ...describe(parts, areas, area, profile, typical),
      color: identity.colors[area]!,
    };
  });
  const topicNodes = profiles.topics.flatMap((profile, topic) => {
    const id = identity.topicIds[topic]!;
    if (id < 0) return [];
    const area = areaOf[topic]!;
    const typical = topicPapers[topic]!.slice(0, REPRESENTATIVES);
    const own = describe(parts, topics, topic, profile, typical);
    return [{ id, ...own, parent: identity.areaIds[area]!, color: identity.colors[area]! }];
  });
  const byId = (a: Community, b: Community) => a.id - b.id;
  return [...areaNodes.sort(byId), ...topicNodes.sort(byId)];
}

function describe(
  { corpus, communities }: CommunityParts,
  level: Level,
  number: number,
  { label, methods, concepts }: CommunityProfile,
  typical: readonly number[],
): Omit<Community, "id" | "parent" | "color"> {
  let papers = 0;
  for (const c of level.paper) if (c === number) papers++;
  const leastStability = level === communities.areas ? WEAK_STABILITY.area : WEAK_STABILITY.topic;
  let terms = 0;
  for (const c of level.term) if (c === number) terms++;
  return {
    label,
    size: papers + terms,
    papers,
    stability: roundTo(level.stability[number]!, 3),
    ...(level.stability[number]! < leastStability ? { weak: true as const } : {}),
    top_methods: methods.map((term) => `t${term}`),
    top_concepts: concepts.map((term) => `t${term}`),
    representative_papers: typical.map((paper) => `p${paper}`),
    description: description(corpus, papers, { methods, concepts, typical }),
  };
}

/** Two lines: what its papers are about and work with; its most typical paper. */
function description(
  corpus: Corpus,
  papers: number,
  {
    methods,
    concepts,
    typical,
  }: { methods: readonly number[]; concepts: readonly number[]; typical: readonly number[] },
): string {
  const names = (terms: readonly number[]) => listed(terms.slice(0, 3).map((term) => corpus.terms[term]!.term));
  const about = concepts.length > 0 ? ` on ${names(concepts)}` : "";
  const by = methods.length > 0 ? `${about === "" ? "" : ","} working with ${names(methods)}` : "";
  const title = typical[0] === undefined ? undefined : corpus.papers[typical[0]]!.title.replace(/\s+/g, " ").trim();
  const first = `${papers} ${papers === 1 ? "paper" : "papers"}${about}${by}.`;
  return title === undefined || title === "" ? first : `${first}\nMost typical: “${title}”.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
}

/** Per paper: weight of its ties to papers of its own community. */
function tiesInside(graph: EdgeList, community: Int32Array): Float64Array {
  const strength = new Float64Array(graph.nodes);
  for (let e = 0; e < graph.weight.length; e++) {
    const a = graph.source[e]!;
    const b = graph.target[e]!;
    if (community[a] !== community[b]) continue;
    strength[a]! += graph.weight[e]!;
    strength[b]! += graph.weight[e]!;
  }
  return strength;
}

/** First of each list, then second of each … */
function interleave(lists: readonly (readonly number[])[], limit: number): number[] {
  const result: number[] = [];
  const longest = lists.reduce((most, list) => Math.max(most, list.length), 0);
  for (let rank = 0; rank < longest && result.length < limit; rank++) {
    for (const list of lists) {
      const item = list[rank];
      if (item !== undefined && result.length < limit) result.push(item);
    }
  }
  return result;
}
