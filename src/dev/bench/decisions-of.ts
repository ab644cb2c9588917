/**
 * Decisions that a reader of a map may take, a few of every kind, found in the map itself.
 */
import { writeDecision, type Decision } from "../../contract/decisions.ts";
import type { GraphDocument, TermNode } from "../../contract/graph-document.ts";
import type { LedgerEntry } from "../../contract/ledger.ts";
import { byScoreThenKey } from "../../lib/order.ts";

/** Lines of decisions.tsv, one decision each. @param each of every kind, from the best known terms to rarer ones */
export function decisionsOf(document: GraphDocument, ledger: readonly LedgerEntry[], each: number): string[] {
  const terms = [...document.terms].sort(
    byScoreThenKey(
      ({ papers }) => papers,
      ({ term }) => term,
    ),
  );
  const generic = terms.filter((term) => term.generic);
  const split = terms.filter(({ aliases }) => aliases.length > 0);
  const dropped = ledger.filter(({ action, subject }) => action === "drop" && subject !== "");
  const named = new Map(terms.map(({ node, term }) => [node, term]));
  const members = document.communities.flatMap(({ parent, top_methods: [node] }) =>
    parent === undefined && node !== undefined ? [named.get(node)!] : [],
  );
  const decisions: Decision[] = [
    ...few(generic, each).map(({ term }): Decision => ({ kind: "drop", term })),
    ...few(terms, each).map(({ term }): Decision => ({ kind: "drop", term })),
    ...few(pairsToMerge(document, terms), each).map(([form, into]): Decision => ({
      kind: "merge",
      form,
      canonical: into,
    })),
    ...few(split, each).map(({ aliases }): Decision => ({ kind: "split", form: aliases[0]!.text })),
    ...few(dropped, each).map(({ subject }): Decision => ({ kind: "keep", term: subject })),
    ...few(terms, each).map(({ term, type }): Decision => ({
      kind: "type",
      term,
      type: type === "dataset" ? "metric" : "dataset",
    })),
    ...few(members, 1).map((member): Decision => ({ kind: "label", member, name: "Renamed" })),
  ];
  return [...new Set(decisions.map(writeDecision))];
}

/** Ranks grow by the same factor: from the first to one of the last. */
function few<T>(items: readonly T[], count: number): T[] {
  const places = Array.from({ length: count }, (_, i) => Math.round(items.length ** (i / count)) - 1);
  return [...new Set(places)].filter((place) => place < items.length).map((place) => items[place]!);
}

/** A narrower term into its broader one. */
function pairsToMerge({ relations }: GraphDocument, terms: readonly TermNode[]): [form: string, canonical: string][] {
  const rank = new Map(terms.map(({ node }, i) => [node, i]));
  const named = new Map(terms.map(({ node, term }) => [node, term]));
  return [...relations]
    .filter(({ kind }) => kind === "is_a")
    .sort((a, b) => rank.get(a.source)! + rank.get(a.target)! - rank.get(b.source)! - rank.get(b.target)!)
    .map(({ source, target }) => [named.get(source)!, named.get(target)!]);
}
