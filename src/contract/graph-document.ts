/**
 * graph.json, schema `paperweave-graph/1`: the one contract between the pipeline, every exporter and the viewer.
 *
 * Guarantees: arrays are in canonical order, every number is finite and rounded, absent fields are left out.
 * Adding an optional field keeps version 1; anything else makes version 2.
 * This module imports nothing and runs in a browser.
 */
export const SCHEMA = "paperweave-graph/1";

export const TERM_TYPES = ["method", "task", "dataset", "metric", "concept"] as const;
export type TermType = (typeof TERM_TYPES)[number];

export const ROLES = ["proposes", "uses", "evaluates", "studies", "compares", "mentions"] as const;
export type Role = (typeof ROLES)[number];

/** What a node is drawn as: `method` is the term type `method`, `concept` stands for the other four. */
export const NODE_KINDS = ["paper", "method", "concept"] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export type Field = "title" | "abstract";

/** Where a node stands on the map and how sure its community is. */
export interface Placed {
  /** Id in the graph: `p0` … for papers, `t0` … for terms. */
  readonly node: string;
  /** Id of its (top-level) community. */
  readonly community: number;
  /** Id of its subcommunity (a community with `parent` = `community`), where there is one. */
  readonly topic?: number;
  /** 0…1: share of the seeded runs that agree on the community. */
  readonly confidence: number;
  readonly x: number;
  readonly y: number;
  /** Radius on the map, in the units of x and y. */
  readonly size: number;
  /** 0 (all ties in one community) … 1 (spread evenly over many), where above 0 (Guimerà & Amaral 2005). */
  readonly participation?: number;
  /** 0…1, 1 for the node that most shortest paths pass, where above 0 (Freeman 1977). */
  readonly betweenness?: number;
}

export interface PaperNode extends Placed {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly author_count?: number;
  readonly organization?: string;
  readonly date?: string;
  readonly date_inferred?: true;
  readonly doi?: string;
  readonly arxiv_id?: string;
  readonly url?: string;
  readonly venue?: string;
  readonly keywords?: readonly string[];
  readonly source: { readonly file: string; readonly line: number };
  readonly also?: readonly { readonly file: string; readonly line: number }[];
}

export interface TermAlias {
  readonly text: string;
  readonly rule: string;
  readonly count: number;
}

export interface TermNode extends Placed {
  readonly term: string;
  readonly type: TermType;
  /** What decided the type. */
  readonly type_cue: string;
  readonly aliases: readonly TermAlias[];
  /** Document frequency. */
  readonly papers: number;
  /** Mentions in all papers. */
  readonly count: number;
  /** Earliest date of its papers, where dates exist. */
  readonly first_seen?: string;
  /** Rise of its share from the early half of the dated papers to the late one, in standard deviations. */
  readonly rise?: number;
  /** The period (`YYYY` or `YYYY-MM`) in which it stands out most, and by how many standard deviations. */
  readonly burst?: { readonly period: string; readonly z: number };
}

export interface Evidence {
  readonly field: Field;
  /** UTF-16 offsets of the mention in the field as given; end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the sentence that holds it, in the same field. */
  readonly sentence: readonly [start: number, end: number];
}

/** Paper–term edge. */
export interface MentionEdge {
  /** Node ids. */
  readonly paper: string;
  readonly term: string;
  /** Number of mentions. */
  readonly count: number;
  /** Salience of the term in the paper, 0…1. */
  readonly weight: number;
  readonly role: Role;
  /** The words that decided the role. */
  readonly role_cue?: string;
  readonly evidence: readonly Evidence[];
}

/** A paper and the sentence that holds both ends. Absent sentence: they share the paper only. */
export interface RelationEvidence {
  readonly paper: string;
  readonly field?: Field;
  readonly sentence?: readonly [start: number, end: number];
}

/** Term–term edge; `source` < `target` by node number. */
export interface RelationEdge {
  readonly source: string;
  readonly target: string;
  readonly kind: "cooccurs" | "is_a";
  /** Node id of the narrower term; `is_a` only. */
  readonly narrower?: string;
  /** Papers that have both. */
  readonly papers: number;
  /** Normalised pointwise mutual information over papers, −1…1 (Bouma 2009). */
  readonly npmi: number;
  /**
   * 0…1: what layout and ranking use. `cooccurs`: association strength, divided by the corpus's largest;
   * `is_a`: share of the narrower term's words that the broader one covers.
   */
  readonly weight: number;
  readonly evidence: readonly RelationEvidence[];
}

/** Paper–paper edge; `source` < `target` by node number. */
export interface SimilarEdge {
  readonly source: string;
  readonly target: string;
  /** Cosine similarity, 0…1. */
  readonly weight: number;
  /** Node ids of the shared terms that weigh most, heaviest first. */
  readonly shared: readonly string[];
}

export interface Community {
  /** Canonical number: 0 is the largest; subcommunities are numbered after all top-level ones. */
  readonly id: number;
  /** Readable and unique. */
  readonly label: string;
  /** Nodes (papers and terms). */
  readonly size: number;
  /** Papers alone. */
  readonly papers: number;
  /** Id of the community it is part of; absent on the top level. */
  readonly parent?: number;
  /** 0…1: mean agreement of the seeded runs on its members. */
  readonly stability: number;
  /** Set where the stability is so low that other runs would draw other borders. */
  readonly weak?: true;
  /** `#rrggbb`. */
  readonly color: string;
  /** Node ids, best first. */
  readonly top_methods: readonly string[];
  readonly top_concepts: readonly string[];
  readonly representative_papers: readonly string[];
  /** Two lines made from evidence. */
  readonly description?: string;
}

/** A method and a concept that no paper has together, though they have close terms in common. */
export interface GapRecord {
  /** Node ids. */
  readonly method: string;
  readonly concept: string;
  /** Papers that would have both if terms were spread by chance within each community. */
  readonly expected: number;
  /** How surprising the gap is; largest first. */
  readonly score: number;
  /** Node ids of terms close to both, strongest first. */
  readonly via: readonly string[];
  /** Node ids of the papers nearest to the other side. */
  readonly method_papers: readonly string[];
  readonly concept_papers: readonly string[];
}

export interface GraphDocument {
  readonly schema: typeof SCHEMA;
  /** Tool name and version. */
  readonly generator: string;
  /** Settings that shaped the graph. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Modularity of the top-level communities on the clustered graph; mean stability; a warning if the structure is weak. */
  readonly quality: {
    readonly modularity: number;
    readonly stability: number;
    readonly warning?: string;
  };
  readonly papers: readonly PaperNode[];
  readonly terms: readonly TermNode[];
  readonly mentions: readonly MentionEdge[];
  readonly relations: readonly RelationEdge[];
  readonly similar: readonly SimilarEdge[];
  readonly communities: readonly Community[];
  /** The most surprising gaps, largest score first. */
  readonly gaps?: readonly GapRecord[];
}

export function nodeKind(type: TermType): NodeKind {
  return type === "method" ? "method" : "concept";
}
