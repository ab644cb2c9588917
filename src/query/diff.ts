/**
 * What changed between two builds, and why: new data, other settings, or another version of the tool.
 */
import type { GraphDocument, PaperNode, TermNode } from "../contract/graph-document.ts";
import { matchGroups } from "../lib/match-groups.ts";

export interface Changes<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

export interface TermChange {
  readonly term: string;
  readonly papers: readonly [before: number, after: number];
  readonly type: readonly [before: string, after: string];
  readonly aliases: Changes<string>;
}

export interface EdgeChanges {
  readonly added: number;
  readonly removed: number;
  /** Same ends, other weight or role. */
  readonly changed: number;
}

export interface CommunityChanges {
  readonly same: readonly { readonly before: number; readonly after: number; readonly label: string }[];
  readonly renamed: readonly { readonly id: number; readonly before: string; readonly after: string }[];
  readonly splits: readonly { readonly from: string; readonly into: readonly string[] }[];
  readonly merges: readonly { readonly from: readonly string[]; readonly into: string }[];
  readonly births: readonly string[];
  readonly deaths: readonly string[];
  /** Papers in both builds that are in another community now. */
  readonly moved: readonly { readonly paper: string; readonly before: string; readonly after: string }[];
}

export interface GraphDiff {
  readonly cause: {
    /** Papers came, went or were edited. */
    readonly input: boolean;
    /** Paths of the settings that differ, such as `graph.seed`. */
    readonly settings: readonly string[];
    /** The decisions file differs; absent where the builds do not say. */
    readonly decisions?: boolean;
    readonly version?: readonly [before: string, after: string];
  };
  readonly papers: Changes<PaperNode> & { readonly edited: readonly string[] };
  readonly terms: Changes<TermNode> & { readonly changed: readonly TermChange[] };
  readonly edges: Readonly<Record<"mentions" | "relations" | "similar", EdgeChanges>>;
  readonly communities: CommunityChanges;
}

export interface DiffOptions {
  /** Hashes of the decisions of both builds, where known. */
  readonly decisions?: readonly [before: string, after: string];
}

export function diffGraphs(before: GraphDocument, after: GraphDocument, { decisions }: DiffOptions = {}): GraphDiff {
  const papers = compare(before.papers, after.papers, ({ id }) => id);
  const edited = papers.both.filter(([a, b]) => a.title !== b.title || a.abstract !== b.abstract).map(([a]) => a.id);
  const terms = compare(before.terms, after.terms, ({ term }) => term);
  const nameBefore = nodeNames(before);
  const nameAfter = nodeNames(after);
  return {
    cause: {
      input: papers.added.length + papers.removed.length + edited.length > 0,
      settings: differingPaths(before.settings, after.settings),
      ...(decisions === undefined ? {} : { decisions: decisions[0] !== decisions[1] }),
      ...(before.generator === after.generator ? {} : { version: [before.generator, after.generator] as const }),
    },
    papers: { added: papers.added, removed: papers.removed, edited },
    terms: {
      added: terms.added,
      removed: terms.removed,
      changed: terms.both.flatMap(([a, b]) => termChange(a, b)),
    },
    edges: {
      mentions: edgeChanges(
        Array.from(before.mentions, (edge) => [key(nameBefore, edge.paper, edge.term), `${edge.weight} ${edge.role}`]),
        Array.from(after.mentions, (edge) => [key(nameAfter, edge.paper, edge.term), `${edge.weight} ${edge.role}`]),
      ),
      relations: edgeChanges(
        Array.from(before.relations, (edge) => [
          `${edge.kind} ${pairKey(nameBefore, edge)}`,
          `${edge.papers} ${edge.npmi}`,
        ]),
        Array.from(after.relations, (edge) => [
          `${edge.kind} ${pairKey(nameAfter, edge)}`,
          `${edge.papers} ${edge.npmi}`,
        ]),
      ),
      similar: edgeChanges(
        Array.from(before.similar, (edge) => [pairKey(nameBefore, edge), String(edge.weight)]),
        Array.from(after.similar, (edge) => [pairKey(nameAfter, edge), String(edge.weight)]),
      ),
    },
    communities: communityChanges(before, after),
  };
}

function compare<T>(before: readonly T[], after: readonly T[], id: (item: T) => string) {
  const old = new Map(before.map((item) => [id(item), item]));
  const now = new Map(after.map((item) => [id(item), item]));
  return {
    added: after.filter((item) => !old.has(id(item))),
    removed: before.filter((item) => !now.has(id(item))),
    both: [...old].flatMap(([name, item]) => (now.has(name) ? [[item, now.get(name)!] as const] : [])),
  };
}

function termChange(before: TermNode, after: TermNode): TermChange[] {
  const old = new Set(before.aliases.map(({ text }) => text));
  const now = new Set(after.aliases.map(({ text }) => text));
  const aliases = {
    added: [...now].filter((text) => !old.has(text)),
    removed: [...old].filter((text) => !now.has(text)),
  };
  const unchanged = before.papers === after.papers && before.type === after.type;
  if (unchanged && aliases.added.length + aliases.removed.length === 0) return [];
  return [{ term: after.term, papers: [before.papers, after.papers], type: [before.type, after.type], aliases }];
}

/** Node id → a name that means the same in both documents. */
function nodeNames({ papers, terms }: GraphDocument): ReadonlyMap<string, string> {
  return new Map([
    ...papers.map(({ node, id }) => [node, id] as const),
    ...terms.map(({ node, term }) => [node, term] as const),
  ]);
}

function key(names: ReadonlyMap<string, string>, a: string, b: string): string {
  return `${names.get(a) ?? a}\t${names.get(b) ?? b}`;
}

/** Ends in the order of their names: node numbers, and so source and target, differ between builds. */
function pairKey(names: ReadonlyMap<string, string>, { source, target }: { source: string; target: string }): string {
  const ends = [names.get(source) ?? source, names.get(target) ?? target];
  return ends.sort((a, b) => (a < b ? -1 : 1)).join("\t");
}

function edgeChanges(before: readonly [string, string][], after: readonly [string, string][]): EdgeChanges {
  const old = new Map(before);
  const now = new Map(after);
  let added = 0;
  let changed = 0;
  for (const [edge, value] of now) {
    if (!old.has(edge)) added++;
    else if (old.get(edge) !== value) changed++;
  }
  return { added, removed: [...old.keys()].filter((edge) => !now.has(edge)).length, changed };
}

function communityChanges(before: GraphDocument, after: GraphDocument): CommunityChanges {
  const { same, splits, merges, births, deaths } = matchGroups(topLevel(before), topLevel(after));
  const old = new Map(before.communities.map(({ id, label }) => [id, label]));
  const now = new Map(after.communities.map(({ id, label }) => [id, label]));
  const oldName = (id: number) => old.get(id) ?? `#${id}`;
  const newName = (id: number) => now.get(id) ?? `#${id}`;
  const communityBefore = new Map(before.papers.map(({ id, community }) => [id, community]));
  return {
    same: [...same].map(([now, then]) => ({ before: then, after: now, label: newName(now) })),
    renamed: [...same].flatMap(([now, then]) =>
      oldName(then) === newName(now) ? [] : [{ id: now, before: oldName(then), after: newName(now) }],
    ),
    splits: splits.map(({ from, into }) => ({ from: oldName(from), into: into.map(newName) })),
    merges: merges.map(({ from, into }) => ({ from: from.map(oldName), into: newName(into) })),
    births: births.map(newName),
    deaths: deaths.map(oldName),
    moved: after.papers.flatMap(({ id, community }) => {
      const then = communityBefore.get(id);
      if (then === undefined || same.get(community) === then) return [];
      return [{ paper: id, before: oldName(then), after: newName(community) }];
    }),
  };
}

/** Top-level communities with the ids of their papers, in document order. */
function topLevel({ communities, papers }: GraphDocument): { id: number; members: string[] }[] {
  const members = new Map<number, string[]>(
    communities.filter(({ parent }) => parent === undefined).map(({ id }) => [id, []]),
  );
  for (const { id, community } of papers) members.get(community)?.push(id);
  return [...members].map(([id, list]) => ({ id, members: list }));
}

function differingPaths(before: unknown, after: unknown, path = ""): string[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((name) => differingPaths(before[name], after[name], path === "" ? name : `${path}.${name}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
