/**
 * What is used for what in a community: its methods and the purposes that papers state for them.
 */
import { byScoreThenKey } from "../lib/order.ts";
import { termAt, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { papersThatSay, statedOf, statementsOf, type Statement } from "./stated.ts";

export interface Use {
  /** Number of what is used. */
  readonly used: number;
  /** Numbers of what for, those that most papers state first. */
  readonly purposes: readonly {
    readonly node: number;
    readonly papers: number;
    readonly statements: readonly Statement[];
  }[];
}

export interface UsesArgs {
  /** Id of the community, or words of its name. */
  readonly community: number | string;
  readonly limit: number;
}

export interface UsesAnswer {
  /** Ids of the communities that were meant. */
  readonly communities: readonly number[];
  /** Those that most papers state first. */
  readonly uses: readonly Use[];
}

const MAX_PURPOSES = 6;

/** Of terms that stand in the community or in a topic of it; a generic term tells nothing. */
function usesIn(index: GraphIndex, communities: ReadonlySet<number>, limit: number): Use[] {
  const { tails } = statedOf(index).used_for;
  const isInside = (node: number): boolean => {
    const term = termAt(index, node);
    if (!term || term.generic) return false;
    return communities.has(term.community) || (term.topic !== undefined && communities.has(term.topic));
  };
  const uses: (Use & { readonly papers: number })[] = [];
  for (let used = index.papers; used < index.nodes; used++) {
    if (!isInside(used)) continue;
    const purposes: Use["purposes"][number][] = [];
    for (let at = tails.start[used]!; at < tails.start[used + 1]!; at++) {
      const node = tails.node[at]!;
      if (!isInside(node)) continue;
      const edge = index.document.relations.at(tails.edge[at]!)!;
      purposes.push({ node, papers: papersThatSay(edge), statements: statementsOf(index, edge) });
    }
    if (purposes.length === 0) continue;
    purposes.sort((a, b) => b.papers - a.papers || a.node - b.node);
    uses.push({
      used,
      purposes: purposes.slice(0, MAX_PURPOSES),
      papers: purposes.reduce((sum, { papers }) => sum + papers, 0),
    });
  }
  return uses
    .sort(
      byScoreThenKey(
        ({ papers }) => papers,
        ({ used }) => termAt(index, used)!.term,
      ),
    )
    .slice(0, limit)
    .map(({ used, purposes }) => ({ used, purposes }));
}

function communitiesNamed({ document }: GraphIndex, name: number | string): number[] {
  const text = String(name).trim().toLowerCase();
  const fits = document.communities.filter(({ id, label }) => String(id) === text || label.toLowerCase() === text);
  const found = fits.length > 0 ? fits : document.communities.filter(({ label }) => label.toLowerCase().includes(text));
  return text === "" ? [] : found.map(({ id }) => id);
}

export const USES: Question<UsesArgs, UsesAnswer> = {
  title: "Uses",
  about: "What is used for what in a community.",
  command: {
    words: ["<community>"],
    example: "uses 0",
    read: ([community = ""], limit) => ({ community, limit }),
  },
  answer: (index, { community, limit }) => {
    const communities = communitiesNamed(index, community);
    return { communities, uses: usesIn(index, new Set(communities), limit) };
  },
};
