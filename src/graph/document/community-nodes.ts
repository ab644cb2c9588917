/**
 * Communities as the document shows them.
 */
import type { Community } from "../../contract/graph-document.ts";
import { roundTo } from "../../lib/order.ts";
import { WEAK } from "../communities/agreement.ts";
import type { Hierarchy, Level } from "../communities/communities.ts";
import type { CommunityProfile, Profiles } from "../names/community-names.ts";
import type { Corpus } from "../corpus.ts";
import { tiesInside } from "../edge-list.ts";
import type { Identity } from "../names/match-communities.ts";
import { membersOf } from "../communities/partition.ts";

export interface CommunityParts {
  readonly corpus: Corpus;
  readonly hierarchy: Hierarchy;
  readonly identity: Identity;
  readonly profiles: Profiles;
}

const REPRESENTATIVES = 5;

/** Communities by id, then topics by id. */
export function communityNodes(parts: CommunityParts): Community[] {
  const { hierarchy, identity, profiles } = parts;
  const { communities, topics, communityOfTopic } = hierarchy;
  const ties = tiesInside(hierarchy.graph, topics.paper);
  const byTies = (a: number, b: number) => ties[b]! - ties[a]! || a - b;
  const isWeakTopic = weakGroups(hierarchy, topics, WEAK.topic);
  const isWeakCommunity = weakGroups(hierarchy, communities, WEAK.community);
  const topicPapers = membersOf(topics.paper).map((papers) => papers.sort(byTies));

  const upper = profiles.communities.map((profile, c) => {
    // A community shows the most typical paper of each of its topics before the second of any.
    const topicsHere = topicPapers.filter((_, topic) => communityOfTopic[topic] === c);
    const typical = interleave(topicsHere, REPRESENTATIVES);
    return {
      id: identity.communityIds[c]!,
      ...describe(parts, communities, c, { profile, typical, isWeak: isWeakCommunity(c) }),
      color: identity.colors[c]!,
    };
  });
  const lower = profiles.topics.flatMap((profile, topic) => {
    const id = identity.topicIds[topic]!;
    if (id < 0) return [];
    const c = communityOfTopic[topic]!;
    const typical = topicPapers[topic]!.slice(0, REPRESENTATIVES);
    const own = describe(parts, topics, topic, { profile, typical, isWeak: isWeakTopic(topic) });
    return [{ id, ...own, parent: identity.communityIds[c]!, color: identity.colors[c]! }];
  });
  const byId = (a: Community, b: Community) => a.id - b.id;
  return [...upper.sort(byId), ...lower.sort(byId)];
}

interface Description {
  readonly profile: CommunityProfile;
  readonly typical: readonly number[];
  readonly isWeak: boolean;
}

function describe(
  { corpus }: CommunityParts,
  level: Level,
  number: number,
  { profile: { label, longLabel, methods, concepts }, typical, isWeak }: Description,
): Omit<Community, "id" | "parent" | "color"> {
  let papers = 0;
  for (const c of level.paper) if (c === number) papers++;
  let terms = 0;
  for (const c of level.term) if (c === number) terms++;
  return {
    label,
    ...(longLabel !== undefined && { long_label: longLabel }),
    size: papers + terms,
    papers,
    stability: roundTo(level.stability[number]!, 3),
    ...(isWeak && { weak: true as const }),
    top_methods: methods.map((term) => `t${term}`),
    top_concepts: concepts.map((term) => `t${term}`),
    representative_papers: typical.map((paper) => `p${paper}`),
    description: description(corpus, papers, { methods, concepts, typical }),
  };
}

/** Whether runs would draw other borders of a group, and its ties do not hold it together either. */
function weakGroups(
  { graph }: Hierarchy,
  level: Level,
  min: { readonly stability: number; readonly ties: number },
): (group: number) => boolean {
  const [own, all] = [new Float64Array(level.count), new Float64Array(level.count)];
  tiesInside(graph, level.paper).forEach((weight, paper) => (own[level.paper[paper]!]! += weight));
  for (const ends of [graph.source, graph.target])
    ends.forEach((paper, e) => (all[level.paper[paper]!]! += graph.weight[e]!));
  return (group) => level.stability[group]! < min.stability && own[group]! < min.ties * all[group]!;
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

/** First of each list, then second of each … */
function interleave(lists: readonly (readonly number[])[], limit: number): number[] {
  const result: number[] = [];
  const longest = lists.reduce((max, list) => Math.max(max, list.length), 0);
  for (let rank = 0; rank < longest && result.length < limit; rank++) {
    for (const list of lists) {
      const item = list[rank];
      if (item !== undefined && result.length < limit) result.push(item);
    }
  }
  return result;
}
