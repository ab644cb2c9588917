/**
 * What run.json says of a build, wherever it was made: all but the hashes of the outputs, which are known last.
 */
import type { Config } from "./config.ts";
import { type Decision, writeDecision } from "./contract/decisions.ts";
import { type GraphDocument, SCHEMA } from "./contract/graph-document.ts";
import type { CommunityChange, InputRecord, RunRecord } from "./contract/run-record.ts";
import { sha256Of } from "./lib/sha256.ts";

export interface BuildFacts {
  readonly version: string;
  readonly config: Config;
  readonly decisions: readonly Decision[];
  /** Files of decisions besides the folder's own. */
  readonly decisionFiles: readonly string[];
  readonly rawCsv: boolean;
  /** From where the names of inputs are seen, relative to the built folder; undefined where all are absolute. */
  readonly base: string | undefined;
  /** By name. */
  readonly inputs: readonly InputRecord[];
  readonly document: GraphDocument;
  readonly changes: readonly CommunityChange[];
}

export function recordOf(facts: BuildFacts): Omit<RunRecord, "outputs"> {
  const { version, config, decisionFiles: files, base, inputs, document, changes } = facts;
  const lines = facts.decisions.map(writeDecision);
  const weak = weakCommunities(document);
  return {
    tool: "paperweave",
    version,
    schema: SCHEMA,
    settings: { ...config },
    decisions: { sha256: sha256Of(lines.join("\n")), lines, ...(files.length > 0 && { files }) },
    ...(facts.rawCsv && { exports: { raw_csv: true } }),
    ...(base !== undefined && { base }),
    inputs,
    counts: countDocument(document),
    ...(changes.length > 0 && { community_changes: changes }),
    ...(weak.length > 0 && { weak_communities: weak }),
  };
}

type DocumentCounts = Readonly<
  Record<"papers" | "terms" | "mentions" | "relations" | "similar" | "communities" | "topics", number>
>;

export function countDocument(document: GraphDocument): DocumentCounts {
  const top = document.communities.filter((community) => community.parent === undefined).length;
  return {
    papers: document.papers.length,
    terms: document.terms.length,
    mentions: document.mentions.length,
    relations: document.relations.length,
    similar: document.similar.length,
    communities: top,
    topics: document.communities.length - top,
  };
}

/** Communities of the top level and below that other runs would draw otherwise, by name. */
function weakCommunities({ communities }: GraphDocument): string[] {
  return communities.flatMap(({ label, weak }) => (weak ? [label] : []));
}
