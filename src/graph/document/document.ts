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
} from "../../contract/graph-document.ts";
import { ROLES, SCHEMA } from "../../contract/graph-document.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import type { PaperTermRows } from "../../domain/term.ts";
import { compareCodePoints, roundTo } from "../../lib/order.ts";
import { WEAK_STABILITY } from "../communities/agreement.ts";
import type { BuildGraphOptions } from "../types.ts";
import type { Hierarchy } from "../communities/communities.ts";
import { type Corpus, rowsByTerm } from "../corpus.ts";
import type { Circles } from "../layout/circles.ts";
import type { Identity } from "../names/match-communities.ts";

export interface DocumentParts {
  readonly corpus: Corpus;
  readonly hierarchy: Hierarchy;
  readonly identity: Identity;
  readonly nodes: readonly Community[];
  readonly relations: readonly RelationEdge[];
  readonly similar: readonly SimilarEdge[];
  readonly layout: Circles;
  readonly options: Pick<BuildGraphOptions, "generator" | "settings">;
}

/** @returns the document, numbers rounded: shares to 3 or 4 digits, places to 2. */
export function assembleDocument(parts: DocumentParts): GraphDocument {
  const { corpus, hierarchy, relations, similar, options } = parts;
  return {
    schema: SCHEMA,
    generator: options.generator,
    settings: options.settings,
    quality: quality(hierarchy),
    papers: corpus.papers.map((paper, i): PaperNode => ({ ...paper, ...placed(parts, i) })),
    terms: termNodes(parts),
    mentions: mentionEdges(corpus),
    relations,
    similar,
    communities: parts.nodes,
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
    node: `${isPaper ? "p" : "t"}${local}`,
    community: identity.communityIds[(isPaper ? communities.paper : communities.term)[local]!] ?? 0,
    ...(topic < 0 ? {} : { topic }),
    confidence: roundTo((isPaper ? communities.paperConfidence : communities.termConfidence)[local]!, 3),
    x: roundTo(layout.x[i]!, 2),
    y: roundTo(layout.y[i]!, 2),
    size: roundTo(layout.radius[i]!, 2),
  };
}

function termNodes(parts: DocumentParts): TermNode[] {
  const { corpus } = parts;
  const firstSeen = firstDates(corpus);
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

/** By paper, then by term number. A term's name and a sentence's offsets are the same object wherever they stand. */
function mentionEdges(corpus: Corpus): MentionEdge[] {
  const { offsets, term, salience, source, found } = corpus.paperTerms;
  const rows = rowsByTerm(corpus);
  const names = corpus.terms.map((_, t) => `t${t}`);
  const edges = new Array<MentionEdge>(rows.length);
  for (let paper = 0; paper < corpus.papers.length; paper++) {
    const node = `p${paper}`;
    const sentences = new Sentences();
    for (let at = offsets[paper]!; at < offsets[paper + 1]!; at++) {
      const row = rows[at]!;
      const from = source[row]!;
      const role = ROLES[found.role[from]!]!;
      const evidence = evidenceOf(found, from, sentences);
      const count = evidence.length;
      const weight = roundTo(salience[row]!, 4);
      edges[at] =
        found.cue[from] === 0
          ? { paper: node, term: names[term[row]!]!, count, weight, role, evidence }
          : {
              paper: node,
              term: names[term[row]!]!,
              count,
              weight,
              role,
              role_cue: found.cues[found.cue[from]!]!,
              evidence,
            };
    }
  }
  return edges;
}

/** The places of a row, in text order. */
function evidenceOf({ mentionOffsets, mention, mentions }: PaperTermRows, row: number, sentences: Sentences) {
  const { field, start, end, sentenceStart, sentenceEnd } = mentions;
  return Array.from(mention.subarray(mentionOffsets[row], mentionOffsets[row + 1]), (m) => ({
    field: TEXT_FIELDS[field[m]!]!,
    start: start[m]!,
    end: end[m]!,
    sentence: sentences.offsets({ start: sentenceStart[m]!, end: sentenceEnd[m]! }),
  }));
}

/** The sentences of one paper, a pair of offsets each. */
class Sentences {
  readonly #met: (readonly [start: number, end: number])[] = [];

  offsets({ start, end }: { readonly start: number; readonly end: number }): readonly [start: number, end: number] {
    for (const sentence of this.#met) if (sentence[0] === start && sentence[1] === end) return sentence;
    const sentence = [start, end] as const;
    this.#met.push(sentence);
    return sentence;
  }
}

/** Below these, what the runs found is hardly more than what they would find in noise. */
const WEAK = { stability: WEAK_STABILITY.community, modularity: 0.3, papers: 12 } as const;
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
