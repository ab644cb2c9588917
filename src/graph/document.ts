/**
 * Puts the finished parts into the contract's form; every number is rounded here.
 */
import type {
  Community,
  GraphDocument,
  MentionEdge,
  PaperNode,
  Placed,
  RelationEdge,
  SimilarEdge,
  TermNode,
} from "../contract/graph-document.ts";
import { SCHEMA } from "../contract/graph-document.ts";
import type { PaperTerm } from "../domain/term.ts";
import { compareCodePoints, roundTo } from "../lib/order.ts";
import type { BuildGraphOptions } from "./build.ts";
import type { Communities, Level } from "./communities.ts";
import type { CommunityProfile, Profiles } from "./community-names.ts";
import type { EdgeList } from "./graphology.ts";
import type { Corpus } from "./corpus.ts";
import type { Layout } from "./layout.ts";
import { NEUTRAL, paletteColor } from "./palette.ts";
import { membersOf } from "./partition.ts";

export interface DocumentParts {
  readonly corpus: Corpus;
  readonly communities: Communities;
  readonly profiles: Profiles;
  readonly relations: readonly RelationEdge[];
  readonly similar: readonly SimilarEdge[];
  readonly layout: Layout;
  readonly options: Pick<BuildGraphOptions, "generator" | "settings">;
}

export function assembleDocument(parts: DocumentParts): GraphDocument {
  const { corpus, communities, relations, similar, options } = parts;
  return {
    schema: SCHEMA,
    generator: options.generator,
    settings: options.settings,
    quality: quality(communities),
    papers: corpus.papers.map((paper, i): PaperNode => ({ ...paper, ...placed(parts, i) })),
    terms: termNodes(parts),
    mentions: corpus.paperTerms.flatMap((entries, paper) => mentionEdges(entries, paper)),
    relations,
    similar,
    communities: communityNodes(parts),
  };
}

/** Node `i` of papers first, then terms. */
function placed({ corpus, communities, layout }: DocumentParts, i: number): Placed {
  const { areas, topics } = communities;
  const papers = corpus.papers.length;
  const isPaper = i < papers;
  const local = isPaper ? i : i - papers;
  const topic = communities.topicIds[(isPaper ? topics.paper : topics.term)[local]!] ?? -1;
  return {
    node: `${isPaper ? "p" : "t"}${local}`,
    community: (isPaper ? areas.paper : areas.term)[local]!,
    ...(topic < 0 ? {} : { topic }),
    confidence: roundTo((isPaper ? areas.paperConfidence : areas.termConfidence)[local]!, 3),
    x: roundTo(layout.x[i]!, 2),
    y: roundTo(layout.y[i]!, 2),
    size: roundTo(layout.radius[i]!, 2),
  };
}

function termNodes(parts: DocumentParts): TermNode[] {
  const { corpus } = parts;
  const firstSeen: (string | undefined)[] = corpus.terms.map(() => undefined);
  corpus.paperTerms.forEach((entries, paper) => {
    const { date } = corpus.papers[paper]!;
    if (date === undefined) return;
    for (const { term } of entries) {
      const earlier = firstSeen[term];
      if (earlier === undefined || compareCodePoints(date, earlier) < 0) firstSeen[term] = date;
    }
  });
  return corpus.terms.map((term, i) => ({
    ...placed(parts, corpus.papers.length + i),
    term: term.term,
    type: term.type,
    type_cue: term.typeCue,
    aliases: term.aliases.map(({ text, rule, count }) => ({ text, rule, count })),
    papers: term.papers,
    count: term.count,
    ...(firstSeen[i] === undefined ? {} : { first_seen: firstSeen[i] }),
  }));
}

function mentionEdges(entries: readonly PaperTerm[], paper: number): MentionEdge[] {
  return [...entries]
    .sort((a, b) => a.term - b.term)
    .map((entry) => ({
      paper: `p${paper}`,
      term: `t${entry.term}`,
      count: entry.mentions.length,
      weight: roundTo(entry.salience, 4),
      role: entry.role,
      ...(entry.roleCue === undefined ? {} : { role_cue: entry.roleCue }),
      evidence: entry.mentions.map(({ field, start, end, sentence }) => ({
        field,
        start,
        end,
        sentence: [sentence.start, sentence.end] as const,
      })),
    }));
}

function communityNodes(parts: DocumentParts): Community[] {
  const { communities, profiles } = parts;
  const { areas, topics, areaOf, topicIds, apart } = communities;
  const nodes = profiles.areas.map((profile, id) => {
    const color = id === apart ? NEUTRAL : paletteColor(id);
    return { id, ...describe(parts, areas, id, profile), color };
  });
  const subnodes = profiles.topics.flatMap((profile, topic) => {
    const id = topicIds[topic]!;
    const parent = areaOf[topic]!;
    if (id < 0) return [];
    return [{ id, parent, ...describe(parts, topics, topic, profile), color: nodes[parent]!.color }];
  });
  return [...nodes, ...subnodes];
}

function describe(
  { communities }: DocumentParts,
  level: Level,
  number: number,
  profile: CommunityProfile,
): Omit<Community, "id" | "parent" | "color"> {
  const papers = membersOf(level.paper)[number]!;
  let terms = 0;
  for (const c of level.term) if (c === number) terms++;
  return {
    label: profile.label,
    size: papers.length + terms,
    papers: papers.length,
    stability: roundTo(level.stability[number]!, 3),
    top_methods: profile.methods.map((term) => `t${term}`),
    top_concepts: profile.concepts.map((term) => `t${term}`),
    representative_papers: representative(communities.graph, papers).map((paper) => `p${paper}`),
  };
}

/** Papers that hold most of their neighbours inside the community. */
function representative(graph: EdgeList, members: readonly number[]): number[] {
  const own = new Set(members);
  const strength = new Map<number, number>(members.map((paper) => [paper, 0]));
  for (let e = 0; e < graph.weight.length; e++) {
    const a = graph.source[e]!;
    const b = graph.target[e]!;
    if (!own.has(a) || !own.has(b)) continue;
    strength.set(a, strength.get(a)! + graph.weight[e]!);
    strength.set(b, strength.get(b)! + graph.weight[e]!);
  }
  return [...members].sort((a, b) => strength.get(b)! - strength.get(a)! || a - b).slice(0, 5);
}

function quality({ areas, modularity }: Communities): GraphDocument["quality"] {
  let sum = 0;
  for (const c of areas.paper) sum += areas.stability[c]!;
  const stability = areas.paper.length > 0 ? sum / areas.paper.length : 0;
  return { modularity: roundTo(modularity, 4), stability: roundTo(stability, 3) };
}
