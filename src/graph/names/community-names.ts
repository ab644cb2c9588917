/**
 * A name for each community, from the terms that its papers are about.
 *
 * Candidates are phrases of the corpus itself, scored against the rest of it; a topic also against its community
 * (Treeratpituk & Callan 2006); of the best, the one or two that tell most of the papers (Mei, Shen & Zhai 2007).
 */
import { nodeKind } from "../../contract/graph-document.ts";
import type { Hierarchy } from "../communities/communities.ts";
import { membersOf } from "../communities/partition.ts";
import type { Corpus } from "../corpus.ts";
import type { Narrowing } from "../edges/broader-terms.ts";
import { aboutness } from "./aboutness.ts";
import { chooseName, type GroupName, type NamedGroup, type NameSource } from "./choose-name.ts";
import { type Contrast, GroupCounts, groupTerms, highest } from "./group-terms.ts";
import type { Identity } from "./match-communities.ts";
import { sameName } from "./name-words.ts";
import { titleWorth } from "./title-worth.ts";

export interface CommunityProfile extends GroupName {
  /** Term numbers, most distinctive first. */
  readonly methods: readonly number[];
  readonly concepts: readonly number[];
}

/** Profiles of both levels, by number. */
export interface Profiles {
  readonly communities: readonly CommunityProfile[];
  readonly topics: readonly CommunityProfile[];
}

const TOP = 8;
/** "training-free method", "new framework": the head says nothing of the subject. */
const EMPTY_HEAD =
  /\b(?:methods?|approach(?:es)?|techniques?|frameworks?|strateg(?:y|ies)|results?|performance|problems?|data|analys[ie]s|tasks?)$/i;
/** What is left of a generic term's worth: it may fill a list, never be a name. */
const GENERIC_WORTH = 0.1;

/**
 * Names of the previous build stay; then communities choose before topics. No new term leads two names of a level, and
 * no two names are alike.
 *
 * @param narrowings which term is a kind of which.
 */
export function nameCommunities(
  corpus: Corpus,
  { communities, topics, communityOfTopic, unconnected, generic }: Hierarchy,
  { communityIds, topicIds, keptLabels }: Identity,
  narrowings: readonly Narrowing[],
): Profiles {
  const about = aboutness(corpus, narrowings);
  const counts = new GroupCounts(about);
  const inTitles = titleWorth(corpus);
  const worth = Float64Array.from(
    corpus.terms,
    (term, t) => nameWorth(term) * inTitles[t]! * (generic[t] === 1 ? GENERIC_WORTH : 1),
  );
  const source: NameSource = { corpus, about, worth, generic };
  const isMethod = Uint8Array.from(corpus.terms, ({ type }) => (nodeKind(type) === "method" ? 1 : 0));
  const used = new Set([...keptLabels.values()].map(sameName));

  const profile = (
    group: Pick<NamedGroup, "papers" | "isAtHome" | "taken">,
    contrasts: readonly Contrast[],
    given?: string,
  ): CommunityProfile => {
    const found = groupTerms(counts, group.papers, contrasts, worth);
    const ofKind = (method: 0 | 1) => {
      // What joins papers before what one of them has.
      const places = [true, false].flatMap((isShared) =>
        highest(
          found,
          TOP,
          (place) => isMethod[found.terms[place]!] === method && found.papers[place]! > 1 === isShared,
        ),
      );
      return places.slice(0, TOP).map((place) => found.terms[place]!);
    };
    const name = chooseName(source, { ...group, found, used }, given);
    used.add(sameName(name.label));
    return { ...name, methods: ofKind(1), concepts: ofKind(0) };
  };

  const everything: Contrast = { papers: corpus.papers.length, total: about.total };
  const communityPapers = membersOf(communities.paper);
  const taken = { communities: new Set<number>(), topics: new Set<number>() };
  const upper = communityPapers.map((papers, c) => {
    const isAtHome = (term: number) => communities.term[term] === c;
    const given = c === unconnected ? "Apart" : keptLabels.get(communityIds[c]!);
    return profile({ papers, isAtHome, taken: taken.communities }, [everything], given);
  });
  const wholes = new Map<number, Contrast>();
  const lower = membersOf(topics.paper).map((papers, topic) => {
    const parent = communityOfTopic[topic]!;
    if (topicIds[topic]! < 0) return upper[parent]!;
    const whole = wholes.get(parent) ?? contrastOf(counts, communityPapers[parent]!, corpus.terms.length);
    wholes.set(parent, whole);
    const isAtHome = (term: number) => topics.term[term] === topic;
    const given = keptLabels.get(topicIds[topic]!);
    return profile({ papers, isAtHome, taken: taken.topics }, [everything, whole], given);
  });
  return { communities: upper, topics: lower };
}

function contrastOf(counts: GroupCounts, papers: readonly number[], terms: number): Contrast {
  const total = new Float64Array(terms);
  const found = counts.of(papers);
  found.terms.forEach((term, i) => (total[term] = found.weight[i]!));
  return { papers: papers.length, total };
}

/** What a kind of term is worth as a name, 0…1: a task or method of several words says most, a metric nothing. */
function nameWorth({ term: form, type }: Corpus["terms"][number]): number {
  const byType = { method: 1, task: 1, concept: 0.8, dataset: 0.3, metric: 0.1 }[type];
  return byType * (/[\s-]/.test(form) ? 1 : 0.6) * (EMPTY_HEAD.test(form) ? 0.3 : 1);
}
