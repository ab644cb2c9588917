/**
 * The search box's memory: papers, terms, aliases and communities, found by prefix and with typing errors.
 */
import MiniSearch from "minisearch";
import { nameOf, type MapIndex } from "./map-index.ts";

export const GROUPS = ["term", "community", "alias", "paper"] as const;
export type Group = (typeof GROUPS)[number];

export interface Hit {
  /** `query`: not a thing but a typed search, to filter by. */
  readonly group: Group | "query";
  /** Node number; community id in the group `community`; number of papers in the group `query`. */
  readonly target: number;
  readonly text: string;
}

export interface HitGroup {
  readonly group: Group | "query";
  /** All that match. */
  readonly total: number;
  /** The best of them. */
  readonly hits: readonly Hit[];
}

export interface SearchIndex {
  readonly find: (query: string) => HitGroup[];
}

interface Entry extends Hit {
  readonly id: number;
  /** Raises what many papers have. */
  readonly boost: number;
}

/** Entries added before the main thread is given back. */
const CHUNK = 1000;
const PER_GROUP: Readonly<Record<Group, number>> = { term: 6, alias: 3, paper: 6, community: 4 };

export async function buildSearchIndex(index: MapIndex): Promise<SearchIndex> {
  const entries = listEntries(index);
  const mini = new MiniSearch<Entry>({
    fields: ["text"],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: "AND",
      boostDocument: (id) => entries[Number(id)]!.boost,
    },
  });
  await mini.addAllAsync(entries, { chunkSize: CHUNK });
  return {
    find: (query) => {
      if (!query.trim()) return [];
      const strict = mini.search(query);
      // Two letters changed places count as two errors: forgiven when nothing else is found.
      const results =
        strict.length > 0 ? strict : mini.search(query, { fuzzy: (term) => (term.length > 3 ? 2 : false) });
      const found = results.map((result) => entries[Number(result.id)]!);
      return GROUPS.map((group) => {
        const hits = found.filter((hit) => hit.group === group);
        return { group, total: hits.length, hits: hits.slice(0, PER_GROUP[group]) };
      }).filter((group) => group.total > 0);
    },
  };
}

/** Case and accents do not count. */
function fold(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

function listEntries(index: MapIndex): Entry[] {
  const entries: Omit<Entry, "id">[] = [];
  const { terms } = index.document;
  for (let node = 0; node < index.count; node++) {
    const group = node < index.papers ? "paper" : "term";
    entries.push({ group, target: node, text: nameOf(index, node), boost: 1 + Math.log2(1 + index.weight[node]!) });
  }
  terms.forEach((term, t) => {
    for (const alias of term.aliases) {
      if (fold(alias.text) !== fold(term.term))
        entries.push({ group: "alias", target: index.papers + t, text: alias.text, boost: 1 });
    }
  });
  for (const community of index.document.communities) {
    entries.push({ group: "community", target: community.id, text: community.label, boost: 3 });
  }
  return entries.map((entry, id) => ({ ...entry, id }));
}
