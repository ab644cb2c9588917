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
import type { Communities } from "./communities.ts";
import type { CommunityProfile } from "./community-names.ts";
import type { Corpus } from "./corpus.ts";
import type { Layout } from "./layout.ts";
import { NEUTRAL, paletteColor } from "./palette.ts";
import { membersOf } from "./partition.ts";

export interface DocumentParts {
  readonly corpus: Corpus;
  readonly communities: Communities;
  readonly profiles: readonly CommunityProfile[];
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
  const papers = corpus.papers.length;
  const isPaper = i < papers;
  const local = isPaper ? i : i - papers;
  return {
    node: `${isPaper ? "p" : "t"}${local}`,
    community: (isPaper ? communities.paper : communities.term)[local]!,
    confidence: roundTo((isPaper ? communities.paperConfidence : communities.termConfidence)[local]!, 3),
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

function communityNodes({ corpus, communities, profiles }: DocumentParts): Community[] {
  const papers = membersOf(communities.paper);
  const terms = new Int32Array(communities.count);
  for (const c of communities.term) if (c < communities.count) terms[c]!++;
  return profiles.map((profile, id) => ({
    id,
    label: profile.label,
    size: papers[id]!.length + terms[id]!,
    papers: papers[id]!.length,
    stability: roundTo(communities.stability[id]!, 3),
    color: id === communities.apart ? NEUTRAL : paletteColor(id),
    top_methods: profile.methods.map((term) => `t${term}`),
    top_concepts: profile.concepts.map((term) => `t${term}`),
    representative_papers: representative(corpus, communities, papers[id]!).map((paper) => `p${paper}`),
  }));
}

/** Papers that hold most of their neighbours inside the community. */
function representative(_corpus: Corpus, communities: Communities, members: readonly number[]): number[] {
  const own = new Set(members);
  const strength = new Map<number, number>(members.map((paper) => [paper, 0]));
  const { graph } = communities;
  for (let e = 0; e < graph.weight.length; e++) {
    const a = graph.source[e]!;
    const b = graph.target[e]!;
    if (!own.has(a) || !own.has(b)) continue;
    strength.set(a, strength.get(a)! + graph.weight[e]!);
    strength.set(b, strength.get(b)! + graph.weight[e]!);
  }
  return [...members].sort((a, b) => strength.get(b)! - strength.get(a)! || a - b).slice(0, 5);
}

function quality(communities: Communities): GraphDocument["quality"] {
  let members = 0;
  let sum = 0;
  communities.paper.forEach((c) => {
    members++;
    sum += communities.stability[c]!;
  });
  const stability = members > 0 ? sum / members : 0;
  return { modularity: roundTo(communities.modularity, 4), stability: roundTo(stability, 3) };
}
