/**
 * A made-up graph document of any size: planted communities, plausible names, evidence that points at real offsets.
 *
 * Not a picture of what the pipeline finds: a valid input for the viewer, the same for the same seed.
 */
import {
  nodeKind,
  SCHEMA,
  TERM_TYPES,
  type Community,
  type Evidence,
  type GraphDocument,
  type MentionEdge,
  type PaperNode,
  type RelationEdge,
  type Role,
  type SimilarEdge,
  type TermNode,
  type TermType,
} from "../../src/contract/graph-document.ts";
import { byScoreThenKey, roundTo } from "../../src/lib/order.ts";
import { seededRandom, type Random } from "../../src/lib/random.ts";

export interface SyntheticOptions {
  readonly papers: number;
  readonly terms: number;
  readonly communities: number;
  readonly seed: number;
}

const AREAS = [
  ["graph learning", "graph", "#3f7fbf"],
  ["speech and audio", "speech", "#e07b39"],
  ["protein design", "protein", "#2f9e77"],
  ["robot control", "robot", "#c2578f"],
  ["image generation", "image", "#8a6fc4"],
  ["program synthesis", "program", "#b59a1d"],
  ["climate forecasting", "climate", "#3aa6b9"],
  ["question answering", "question", "#d0504f"],
  ["medical imaging", "scan", "#7a9a3a"],
  ["constraint solving", "constraint", "#9c6b4a"],
  ["recommender systems", "user", "#5b8def"],
  ["causal inference", "causal", "#c77fd1"],
] as const;
const ADJECTIVES = [
  "sparse",
  "contrastive",
  "hierarchical",
  "equivariant",
  "masked",
  "adaptive",
  "latent",
  "recursive",
  "robust",
  "federated",
];
const HEADS: Readonly<Record<TermType, readonly string[]>> = {
  method: ["transformer", "sampler", "autoencoder", "policy", "solver", "tokenizer"],
  task: ["segmentation", "retrieval", "planning", "forecasting"],
  dataset: ["benchmark", "corpus", "archive"],
  metric: ["score", "error", "recall"],
  concept: ["alignment", "scaling law", "bias", "manifold"],
};
const ROLE_SENTENCES: readonly (readonly [Role, string, string])[] = [
  ["proposes", "We propose a new ", " that needs no labels."],
  ["uses", "Training uses ", " with a short warm-up."],
  ["evaluates", "Results are reported on ", " under two budgets."],
  ["studies", "This work studies ", " in a controlled setting."],
  ["compares", "It is compared with ", " on equal terms."],
  ["mentions", "Recent interest in ", " motivates the question."],
];
const TYPE_WHEEL: readonly TermType[] = [
  "method",
  "concept",
  "method",
  "task",
  "concept",
  "dataset",
  "method",
  "metric",
];
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export function syntheticDocument(options: Partial<SyntheticOptions> = {}): GraphDocument {
  const {
    papers: paperCount,
    terms: termCount,
    communities: communityCount,
    seed,
  } = { papers: 90, terms: 180, communities: 8, seed: 7, ...options };
  const random = seededRandom(seed);
  const place = placer(communityCount, paperCount + termCount, random);

  const names = new Set<string>();
  const drafts: TermNode[] = Array.from({ length: termCount }, (_, t) => {
    const community = t % communityCount;
    const type = TYPE_WHEEL[Math.floor(t / communityCount) % TYPE_WHEEL.length]!;
    const term = termName(community, type, names, random);
    return {
      node: `t${t}`,
      term,
      type,
      type_cue: `head word “${term.split(" ").at(-1) ?? term}”`,
      aliases: t % 5 === 0 ? [{ text: initials(term), rule: "abbreviation", count: 2 }] : [],
      papers: 0,
      count: 0,
      ...place(community),
      size: 1.2,
    };
  });

  const papers: PaperNode[] = [];
  const mentions: MentionEdge[] = [];
  for (let p = 0; p < paperCount; p++) {
    const community = p % communityCount;
    const chosen = chooseTerms(drafts, community, communityCount, random);
    const { title, abstract, found } = writePaper(p, chosen, random);
    papers.push({
      node: `p${p}`,
      id: `2${100 + p}.${10000 + p}`,
      title,
      ...(p % 17 === 16 ? {} : { abstract }),
      authors: ["Ada Example", "Ben Sample"],
      date: `20${String(12 + (p % 14)).padStart(2, "0")}-${String(1 + (p % 12)).padStart(2, "0")}-15`,
      url: `https://example.org/abs/${p}`,
      source: { file: "synthetic.txt", line: 1 + 4 * p },
      ...place(community),
      size: 3,
    });
    for (const [term, hit] of found) {
      const evidence = p % 17 === 16 ? hit.evidence.filter((e) => e.field === "title") : hit.evidence;
      const weight = roundTo(0.2 + 0.8 * random(), 3);
      if (evidence.length === 0) continue;
      mentions.push({
        paper: `p${p}`,
        term: term.node,
        count: evidence.length,
        weight,
        role: hit.role,
        role_cue: hit.cue,
        evidence,
      });
    }
  }

  const byTerm = groupBy(mentions, (mention) => mention.term);
  const dates = new Map(papers.map((paper) => [paper.node, paper.date]));
  const terms = drafts.map((draft): TermNode => {
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
  const relations = relate(papers, terms, mentions);
  const similar = compare(papers, mentions);
  const communities = describe(papers, terms, communityCount);
  return {
    schema: SCHEMA,
    generator: "synthetic 1",
    settings: { seed },
    quality: { modularity: 0.61, stability: 0.83 },
    papers,
    terms,
    mentions,
    relations,
    similar,
    communities,
  };
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

function termName(community: number, type: TermType, taken: Set<string>, random: Random): string {
  const [, prefix] = AREAS[community % AREAS.length]!;
  const heads = HEADS[type];
  for (let attempt = 0; ; attempt++) {
    const adjective = ADJECTIVES[Math.floor(random() * ADJECTIVES.length)]!;
    const name = `${adjective} ${prefix} ${heads[Math.floor(random() * heads.length)]!}${attempt > 20 ? ` ${taken.size}` : ""}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
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

function initials(term: string): string {
  return term
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
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

interface Hit {
  readonly role: Role;
  readonly cue: string;
  readonly evidence: Evidence[];
}

function writePaper(number: number, chosen: readonly TermNode[], random: Random) {
  const found = new Map<TermNode, Hit>();
  const lead = chosen[0]!;
  const title = `${lead.term.charAt(0).toUpperCase()}${lead.term.slice(1)} revisited, part ${number + 1}`;
  let abstract = "";
  for (const term of chosen) {
    const [role, before, after] = ROLE_SENTENCES[Math.floor(random() * ROLE_SENTENCES.length)]!;
    if (abstract) abstract += " ";
    const begin = abstract.length;
    const start = begin + before.length;
    abstract += before + term.term + after;
    found.set(term, {
      role,
      cue: before.trim(),
      evidence: [{ field: "abstract", start, end: start + term.term.length, sentence: [begin, abstract.length] }],
    });
  }
  found.get(lead)!.evidence.unshift({ field: "title", start: 0, end: lead.term.length, sentence: [0, title.length] });
  return { title, abstract, found };
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
    return {
      source,
      target,
      kind: "cooccurs",
      papers: together.length,
      npmi: 0.4,
      weight: Math.min(1, 0.2 * together.length),
      evidence: together.slice(0, 3).map((paper) => ({ paper })),
    };
  });
  const half = Math.floor(terms.length / 2);
  for (let t = 0; t + half < terms.length && t < 12; t++) {
    relations.push({
      source: `t${t}`,
      target: `t${t + half}`,
      kind: "is_a",
      narrower: `t${t + half}`,
      papers: 1,
      npmi: 0.2,
      weight: 0.5,
      evidence: [],
    });
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
        edges.push({ source: `p${a}`, target: `p${b}`, weight: roundTo(shared.length / 5, 3), shared });
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
    return {
      id,
      label: id < AREAS.length ? label : `${label} ${1 + Math.floor(id / AREAS.length)}`,
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
    };
  });
}
