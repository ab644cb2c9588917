/**
 * What printers of answers have in common: names of nodes, lists, and what is said where a name fits nothing.
 */
import { paperName } from "../../contract/paper-name.ts";
import type { PaperNode, TermNode } from "../../contract/graph-document.ts";
import type { Cell } from "../../export/tables/table.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Found } from "../../query/find.ts";
import { nodeAt, type GraphIndex } from "../../query/graph-index.ts";

export interface Printed {
  /** For `--json`. */
  readonly value: unknown;
  readonly lines: readonly string[];
  /** For `--csv`, the header first; absent where an answer is no table. */
  readonly table?: readonly (readonly Cell[])[];
}

export type Brief = Readonly<Record<string, unknown>>;

export function nameOf(node: PaperNode | TermNode | undefined): string {
  return node === undefined ? "" : "term" in node ? node.term : paperName(node);
}

export const nameAt = (index: GraphIndex, node: number): string => nameOf(nodeAt(index, node));
export const namesOf = (index: GraphIndex, nodes: readonly number[]): string =>
  nodes.map((node) => nameAt(index, node)).join(", ");
/** Names of the first few, and how many more. */
export function listed(index: GraphIndex, nodes: readonly number[], most = 6): string {
  const rest = nodes.length > most ? ` and ${nodes.length - most} more` : "";
  return `${namesOf(index, nodes.slice(0, most))}${rest}`;
}

/** Names of communities by their ids. */
export function communityLabels({ document }: GraphIndex): ReadonlyMap<number, string> {
  return new Map(document.communities.map(({ id, label }) => [id, label]));
}

export const round = (value: number): number => Math.round(value * 1e4) / 1e4;
export const indented = (line: string): string => `    ${line}`;
export const none = (lines: readonly string[], what: string): readonly string[] =>
  lines.length > 0 ? lines : [`no ${what}`];

export function brief(index: GraphIndex, number: number): Brief {
  const node = nodeAt(index, number);
  if (node === undefined) return {};
  if ("term" in node) return { node: node.node, term: node.term, type: node.type, papers: node.papers };
  return { node: node.node, id: node.id, title: node.title, ...(node.date && { date: node.date }) };
}

export const briefs = (index: GraphIndex, nodes: readonly number[]): Brief[] => nodes.map((node) => brief(index, node));

const MAX_CANDIDATES = 10;

/** The node that a name stands for. */
export function requireOne(index: GraphIndex, found: Found, what: "term" | "paper", asked: string | number): number {
  switch (found.kind) {
    case "one":
      return found.node;
    case "several":
      throw new UsageError(
        `"${asked}" fits ${found.nodes.length} ${what}s`,
        `which one? ${found.nodes
          .slice(0, MAX_CANDIDATES)
          .map((node) => `"${nameAt(index, node)}"`)
          .join(", ")}${found.nodes.length > MAX_CANDIDATES ? " …" : ""}`,
      );
    case "none":
      throw new UsageError(
        `no ${what} "${asked}"`,
        found.near.length > 0
          ? `near it: ${namesOf(index, found.near)}`
          : what === "paper"
            ? "give its id, its title or words of its title"
            : undefined,
      );
  }
}
