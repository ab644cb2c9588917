/**
 * Names that no two nodes share, for programs that take them as ids.
 */
import type { GraphDocument } from "../contract/graph-document.ts";

/**
 * Each node's label; where another node has the same, with its type, or with its id where even that is not enough:
 * `Best-First Beam Search (method)`.
 *
 * @param form what a program makes of a label: labels are the same if their forms are.
 * @returns node id → name, papers first.
 */
export function uniqueNames(
  document: GraphDocument,
  form: (label: string) => string = (label) => label,
): ReadonlyMap<string, string> {
  const nodes = [
    ...document.papers.map(({ node, id, title }) => ({ node, type: "paper", label: form(title || id) })),
    ...document.terms.map(({ node, term, type }) => ({ node, type, label: form(term) })),
  ];
  const uses = countUses(nodes.map(({ label }) => label));
  const typed = countUses(nodes.map(({ label, type }) => `${label} (${type})`));
  const taken = new Set(uses.keys());
  const names = new Map<string, string>();
  for (const { node, label, type } of nodes) {
    let name = label;
    if (uses.get(label)! > 1) {
      const withType = `${label} (${type})`;
      name = typed.get(withType)! > 1 || taken.has(withType) ? `${label} (${node})` : withType;
      while (taken.has(name)) name = `${name} (${node})`;
    }
    taken.add(name);
    names.set(node, name);
  }
  return names;
}

function countUses(texts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}
