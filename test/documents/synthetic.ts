/**
 * A made-up graph document of any size: planted communities, plausible names, evidence that points at real offsets.
 *
 * Not a picture of what the pipeline finds: a valid input for the viewer, the same for the same seed.
 */
import {
  nodeKind,
  TERM_TYPES,
  type Community,
  type GraphDocument,
  type MentionEdge,
  type PaperNode,
  type RelationEdge,
  type SimilarEdge,
  type TermNode,
} from "../../src/contract/graph-document.ts";
import { GOLDEN_ANGLE } from "../../src/graph/layout/circles.ts";
import { byScoreThenKey, roundTo } from "../../src/lib/order.ts";
import { seededRandom, type Random } from "../../src/lib/random.ts";
import {
  communityRecord,
  graphDocument,
  mentionEdge,
  paperNode,
  relationEdge,
  similarEdge,
  termNode,
} from "./records.ts";
import { AREAS, initials, termName, TYPE_WHEEL, writePaper } from "./synthetic-texts.ts";

export interface SyntheticOptions {
  readonly papers: number;
  readonly terms: number;
  readonly communities: number;
  readonly seed: number;
}

export function syntheticDocument(options: Partial<SyntheticOptions> = {}): GraphDocument {
  const size: SyntheticOptions = { papers: 90, terms: 180, communities: 8, seed: 7, ...options };
  const random = seededRandom(size.seed);
  const place = placer(size.communities, size.papers + size.terms, random);
  const drafts = draftTerms(size, place, random);
  const { papers, mentions } = writePapers(size, drafts, place, random);
  const terms = countTerms(drafts, papers, mentions);
  return graphDocument({
    settings: { seed: size.seed },
    papers,
    terms,
    mentions,
    relations: relate(papers, terms, mentions),
    similar: compare(papers, mentions),
    communities: describe(papers, terms, size.communities),
  });
}

type Place = ReturnType<typeof placer>;

/** Terms before anybody has mentioned them. */
function draftTerms({ terms, communities }: SyntheticOptions, place: Place, random: Random): TermNode[] {
  const names = new Set<string>();
  return Array.from({ length: terms }, (_, t) => {
    const community = t % communities;
    const type = TYPE_WHEEL[Math.floor(t / communities) % TYPE_WHEEL.length]!;
    const term = termName(community, type, names, random);
    return termNode(t, term, type, {
      type_cue: `head word “${term.split(" ").at(-1) ?? term}”`,
      aliases: t % 5 === 0 ? [{ text: initials(term), rule: "abbreviation", count: 2 }] : [],
      ...place(community),
    });
  });
}

/** Papers of some terms of their community; every seventeenth has no abstract. */
function writePapers(
  { papers: count, communities }: SyntheticOptions,
  terms: readonly TermNode[],
  place: Place,
  random: Random,
) {
  const papers: PaperNode[] = [];
  const mentions: MentionEdge[] = [];
  for (let p = 0; p < count; p++) {
    const community = p % communities;
    const chosen = chooseTerms(terms, community, communities, random);
    const { title, abstract, found } = writePaper(p, chosen, random);
    const isBare = p % 17 === 16;
    papers.push(
      paperNode(p, {
        id: `2${100 + p}.${10000 + p}`,
        title,
        ...(!isBare && { abstract }),
        authors: ["Ada Example", "Ben Sample"],
        date: `20${String(12 + (p % 14)).padStart(2, "0")}-${String(1 + (p % 12)).padStart(2, "0")}-15`,
        url: `https://example.org/abs/${p}`,
        source: { file: "synthetic.txt", line: 1 + 4 * p },
        ...place(community),
        size: 3,
      }),
    );
    for (const [{ node }, hit] of found) {
      const evidence = isBare ? hit.evidence.filter((e) => e.field === "title") : hit.evidence;
      const weight = roundTo(0.2 + 0.8 * random(), 3);
      if (evidence.length === 0) continue;
      const found = { count: evidence.length, weight, role_cue: hit.cue, evidence };
      mentions.push(mentionEdge(`p${p}`, node, hit.role, found));
    }
  }
  return { papers, mentions };
}

/** The terms with the numbers that their mentions give. */
function countTerms(
  drafts: readonly TermNode[],
  papers: readonly PaperNode[],
  mentions: readonly MentionEdge[],
): TermNode[] {
  const byTerm = groupBy(mentions, (mention) => mention.term);
  const dates = new Map(papers.map((paper) => [paper.node, paper.date]));
  return drafts.map((draft): TermNode => {
    const own = byTerm.get(draft.node) ?? [];
    const count = own.reduce((sum, mention) => sum + mention.count, 0);
    const [first] = own.map((mention) => dates.get(mention.paper) ?? "").sort();
    return {
      ...draft,
      ...(first ? { first_seen: first } : {}),
      // A few terms fall to no paper; a document's terms stand in one at least.
      papers: Math.max(1, own.length),
      count: Math.max(1, count),
      size: roundTo(Math.min(14, 1.2 + 0.9 * Math.sqrt(own.length)), 3),
    };
  });
}

/** Communities on a spiral, members of each in a disc around its middle. */
function placer(communities: number, nodes: number, random: Random) {
  const reach = 9 * Math.sqrt(nodes / communities);
  return (community: number) => {
    const distance = 2.1 * reach * Math.sqrt(community);
    const r = reach * Math.sqrt(random());
    const angle = 2 * Math.PI * random();
    return {
      community,
      confidence: roundTo(0.5 + 0.5 * random(), 3),
      x: roundTo(distance * Math.cos(community * GOLDEN_ANGLE) + r * Math.cos(angle), 2),
      y: roundTo(distance * Math.sin(community * GOLDEN_ANGLE) + r * Math.sin(angle), 2),
    };
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function chooseTerms(terms: readonly TermNode[], community: number, communities: number, random: Random): TermNode[] {
  const chosen = new Set<TermNode>();
  const perCommunity = Math.floor(terms.length / communities);
  for (let i = 0; i < 5; i++) {
    const own = random() < 0.85;
    const c = own ? community : Math.floor(random() * communities);
    const rank = Math.floor(perCommunity * random() ** 2);
    const term = terms[rank * communities + c];
    if (term) chosen.add(term);
  }
  return [...chosen];
}

function relate(
  papers: readonly PaperNode[],
  terms: readonly TermNode[],
  mentions: readonly MentionEdge[],
): RelationEdge[] {
  const byPaper = groupBy(mentions, (mention) => mention.paper);
  const pairs = new Map<string, string[]>();
  for (const paper of papers) {
    const own = (byPaper.get(paper.node) ?? []).map((m) => m.term);
    for (const a of own) {
      for (const b of own) {
        if (Number(a.slice(1)) < Number(b.slice(1)))
          pairs.set(`${a} ${b}`, [...(pairs.get(`${a} ${b}`) ?? []), paper.node]);
      }
    }
  }
  const relations: RelationEdge[] = [...pairs].map(([key, together]) => {
    const [source, target] = key.split(" ") as [string, string];
    return relationEdge(source, target, {
      papers: together.length,
      npmi: 0.4,
      weight: Math.min(1, 0.2 * together.length),
      evidence: together.slice(0, 3).map((paper) => ({ paper })),
    });
  });
  const half = Math.floor(terms.length / 2);
  for (let t = 0; t + half < terms.length && t < 12; t++) {
    const narrower = `t${t + half}`;
    relations.push(relationEdge(`t${t}`, narrower, { kind: "is_a", narrower, npmi: 0.2 }));
  }
  return relations;
}

function compare(papers: readonly PaperNode[], mentions: readonly MentionEdge[]): SimilarEdge[] {
  const own = new Map(papers.map((p) => [p.node, new Set<string>()]));
  for (const m of mentions) own.get(m.paper)!.add(m.term);
  const edges: SimilarEdge[] = [];
  for (let a = 0; a < papers.length; a++) {
    for (let b = a + 1; b < Math.min(papers.length, a + 60); b++) {
      const shared = [...own.get(`p${a}`)!].filter((t) => own.get(`p${b}`)!.has(t));
      if (shared.length > 1)
        edges.push(similarEdge(`p${a}`, `p${b}`, { weight: roundTo(shared.length / 5, 3), shared }));
    }
  }
  return edges;
}

function describe(papers: readonly PaperNode[], terms: readonly TermNode[], count: number): Community[] {
  return Array.from({ length: count }, (_, id) => {
    const [label, , color] = AREAS[id % AREAS.length]!;
    const own = terms
      .filter((t) => t.community === id)
      .sort(
        byScoreThenKey(
          (t) => t.papers,
          (t) => t.term,
        ),
      );
    const ownPapers = papers.filter((p) => p.community === id);
    const name = id < AREAS.length ? label : `${label} ${1 + Math.floor(id / AREAS.length)}`;
    return communityRecord(id, name, {
      size: own.length + ownPapers.length,
      papers: ownPapers.length,
      stability: roundTo(0.95 - 0.05 * (id % 8), 3),
      color,
      top_methods: own
        .filter((t) => nodeKind(t.type) === "method")
        .slice(0, 6)
        .map((t) => t.node),
      top_concepts: own
        .filter((t) => nodeKind(t.type) === "concept")
        .slice(0, 6)
        .map((t) => t.node),
      representative_papers: ownPapers.slice(0, 4).map((p) => p.node),
      description: `${ownPapers.length} papers around ${TERM_TYPES.length} kinds of terms.`,
    });
  });
}
