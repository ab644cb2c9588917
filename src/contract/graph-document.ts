/**
 * What graph.json holds, schema `paperweave-graph/1`: the one contract between the pipeline, every exporter and the viewer.
 *
 * Guarantees: arrays are in canonical order, every number is finite and rounded, absent fields are left out.
 * Adding an optional field keeps version 1; anything else makes version 2.
 * The published JSON Schema is made from these types (`npm run schema`): their tags are its ranges and patterns.
 * `graph-json.ts` writes, reads and checks the file.
 */
import type { Sequence } from "./sequence.ts";
import type { DefinitionRecord, ResultRecord } from "./stated.ts";
import type { PaperFields } from "./paper-fields.ts";
import type {
  Amount,
  Color,
  Count,
  PaperNodeId,
  PartialDate,
  PositiveCount,
  Share,
  TermNodeId,
  Text,
} from "./scalars.ts";

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
  readonly community: Count;
  /** Id of its subcommunity (a community with `parent` = `community`), where there is one. */
  readonly topic?: Count;
  /** 0…1: share of the seeded runs that agree on the community. */
  readonly confidence: Share;
  readonly x: number;
  readonly y: number;
  /** Radius on the map, in the units of x and y. */
  readonly size: Amount;
  /** 0 (all ties in one community) … 1 (spread evenly over many), where above 0 (Guimerà & Amaral 2005). */
  readonly participation?: Share;
  /** 0…1, 1 for the node that most shortest paths pass, where above 0 (Freeman 1977). */
  readonly betweenness?: Share;
}

export interface PaperNode extends PaperFields, Placed {
  readonly node: PaperNodeId;
  /** Set where no other paper is like it: it belongs nowhere here, and its community is the least unlike. */
  readonly stray?: true;
  /** Set where the last build over the map did not have it, until other papers come. */
  readonly new?: true;
}

export interface TermAlias {
  readonly text: Text;
  readonly rule: Text;
  readonly count: Count;
}

export interface TermNode extends Placed {
  readonly node: TermNodeId;
  readonly term: Text;
  readonly type: TermType;
  /** What decided the type. */
  readonly type_cue: string;
  readonly aliases: readonly TermAlias[];
  /** Document frequency. */
  readonly papers: PositiveCount;
  /** Mentions in all papers. */
  readonly count: PositiveCount;
  /** Set where any text of the corpus may have it: no paper is about it, and it is at home nowhere. */
  readonly generic?: true;
  /** Earliest date of its papers, where dates exist. */
  readonly first_seen?: PartialDate;
  /** Rise of its share from the early half of the dated papers to the late one, in standard deviations. */
  readonly rise?: number;
  /** The period (`YYYY` or `YYYY-MM`) in which it stands out most, and by how many standard deviations. */
  readonly burst?: { readonly period: Text; readonly z: number };
}

export interface Evidence {
  readonly field: Field;
  /** UTF-16 offsets of the mention in the field as given; end exclusive. */
  readonly start: Count;
  readonly end: PositiveCount;
  /** Offsets of the sentence that holds it, in the same field. */
  readonly sentence: readonly [start: Count, end: Count];
}

/** Paper–term edge. */
export interface MentionEdge {
  readonly paper: PaperNodeId;
  readonly term: TermNodeId;
  /** Number of mentions. */
  readonly count: PositiveCount;
  /** Salience of the term in the paper, 0…1. */
  readonly weight: Share;
  readonly role: Role;
  /** The words that decided the role. */
  readonly role_cue?: string;
  /** @minItems 1 */
  readonly evidence: readonly Evidence[];
}

/** Relations that papers state between two of their terms, read from head (`source`) to tail (`target`). */
export const STATED_KINDS = ["used_for", "part_of", "is_a", "evaluated_on", "better_than", "compared_with"] as const;
export type StatedKind = (typeof STATED_KINDS)[number];

/** What a term–term edge says; `cooccurs`, the background, that papers have both. */
export const RELATION_KINDS = [
  "cooccurs",
  "is_a",
  "used_for",
  "part_of",
  "evaluated_on",
  "better_than",
  "compared_with",
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A paper and the sentence that holds both ends, or says the relation. Absent sentence: they share the paper only. */
export interface RelationEvidence {
  readonly paper: PaperNodeId;
  readonly field?: Field;
  /** Offsets in the field as given; end exclusive. */
  readonly sentence?: readonly [start: Count, end: Count];
  /** Of a stated relation, 0…1: how sure it is that this paper says so. */
  readonly confidence?: Share;
  /** Of a stated relation: the words that decided. */
  readonly cue?: Text;
}

/**
 * Term–term edge. A kind with a direction is read from `source` to `target`: `is_a` from the narrower term to the broader
 * one, the other stated kinds from head to tail ("BERT" `evaluated_on` "GLUE"). Of those without (`hasDirection`)
 * `source` < `target` by node number. Two terms have at most one edge of a kind and direction.
 */
export interface RelationEdge {
  readonly source: TermNodeId;
  readonly target: TermNodeId;
  readonly kind: RelationKind;
  /** Node id of the narrower term, which is `source`; `is_a` only. Older documents say it here alone. */
  readonly narrower?: TermNodeId;
  /** Papers that say so; of `cooccurs` and `is_a`, which names may say, papers that have both. */
  readonly papers: Count;
  /** Papers whose sentences say so; absent from `cooccurs`, and from `is_a` that the names alone say. */
  readonly stated?: PositiveCount;
  /**
   * 0…1: how sure it is that at least one paper says so; where `stated` is.
   */
  readonly confidence?: Share;
  /** Earliest date of the papers that say so, where they have dates; where `stated` is. */
  readonly first_seen?: PartialDate;
  /** Set where other papers say the reverse: the edge from `target` to `source` of the same kind stands beside this one. */
  readonly contradicted?: true;
  /**
   * Normalised pointwise mutual information over papers, −1…1 (Bouma 2009).
   *
   * @minimum -1
   * @maximum 1
   */
  readonly npmi: number;
  /**
   * 0…1: what layout and ranking use. `cooccurs`: association strength, divided by the corpus's largest;
   * `is_a`: share of the narrower term's words that the broader one covers; other stated kinds: `confidence`.
   */
  readonly weight: Share;
  /** Of stated kinds those that are surest first. */
  readonly evidence: readonly RelationEvidence[];
}

/** Paper–paper edge; `source` < `target` by node number. */
export interface SimilarEdge {
  readonly source: PaperNodeId;
  readonly target: PaperNodeId;
  /** Cosine similarity, 0…1. */
  readonly weight: Share;
  /** Node ids of the shared terms that weigh most, heaviest first. */
  readonly shared: readonly TermNodeId[];
}

export interface Community {
  /** Canonical number: 0 is the largest; subcommunities are numbered after all top-level ones. */
  readonly id: Count;
  /** Readable and unique: one term, two or three. */
  readonly label: Text;
  /** The label and what else its papers are about, for where there is room. */
  readonly long_label?: Text;
  /** Nodes (papers and terms). */
  readonly size: Count;
  /** Papers alone. */
  readonly papers: Count;
  /** Id of the community it is part of; absent on the top level. */
  readonly parent?: Count;
  /** 0…1: mean agreement of the seeded runs on its members. */
  readonly stability: Share;
  /** Set where the stability is so low that other runs would draw other borders. */
  readonly weak?: true;
  readonly color: Color;
  /** Best first. */
  readonly top_methods: readonly TermNodeId[];
  readonly top_concepts: readonly TermNodeId[];
  readonly representative_papers: readonly PaperNodeId[];
  /** Two lines made from evidence. */
  readonly description?: string;
}

/** A method and a concept that no paper has together, though they have close terms in common. */
export interface GapRecord {
  readonly method: TermNodeId;
  readonly concept: TermNodeId;
  /** Papers that would have both if terms were spread by chance within each community. */
  readonly expected: Amount;
  /** How surprising the gap is; largest first. */
  readonly score: Amount;
  /** Terms close to both, strongest first. */
  readonly via: readonly TermNodeId[];
  /** The papers nearest to the other side. */
  readonly method_papers: readonly PaperNodeId[];
  readonly concept_papers: readonly PaperNodeId[];
}

/**
 * Papers, typed terms and the edges between them, with the evidence behind each. Readers must ignore fields they do not
 * know.
 */
export interface GraphJson {
  readonly schema: typeof SCHEMA;
  /** Tool name and version. */
  readonly generator: Text;
  /** The map's name, where people gave it one. */
  readonly title?: Text;
  /** Settings that shaped the graph. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Modularity of the top-level communities on the clustered graph; mean stability; a warning if the structure is weak. */
  readonly quality: {
    readonly modularity: number;
    readonly stability: Share;
    readonly warning?: Text;
  };
  /** The limits that were reached: of a larger graph the document holds about so many terms or edges, the strongest. */
  readonly limits?: { readonly terms?: PositiveCount; readonly edges?: Count };
  readonly papers: readonly PaperNode[];
  readonly terms: readonly TermNode[];
  readonly mentions: readonly MentionEdge[];
  readonly relations: readonly RelationEdge[];
  readonly similar: readonly SimilarEdge[];
  readonly communities: readonly Community[];
  /** The most surprising gaps, largest score first. */
  readonly gaps?: readonly GapRecord[];
  /** Numbers that single sentences report, by paper. */
  readonly results?: readonly ResultRecord[];
  /** Sentences that define a term, by term, a few each, the best first. */
  readonly definitions?: readonly DefinitionRecord[];
}

/** What stands in graph.json, in memory: a build keeps its edges as columns and makes each when it is asked for. */
export interface GraphDocument extends Omit<GraphJson, "mentions" | "relations" | "similar"> {
  readonly mentions: Sequence<MentionEdge>;
  readonly relations: Sequence<RelationEdge>;
  readonly similar: Sequence<SimilarEdge>;
}

const SYMMETRIC_RELATIONS: readonly RelationKind[] = ["cooccurs", "compared_with"];

/** Whether a relation says something else when it is turned round. */
export function hasDirection(kind: RelationKind): boolean {
  return !SYMMETRIC_RELATIONS.includes(kind);
}

export function nodeKind(type: TermType): NodeKind {
  return type === "method" ? "method" : "concept";
}
