/**
 * What nodes and communities are called in a link.
 *
 * Papers go by their own id, terms by name, communities by name or else by number: a link outlives a rebuild that
 * renumbers them, and one that renames them.
 */
import { isPaper, nameOf, type MapIndex } from "../data/map-index.ts";

export function writeCommunity(index: MapIndex, id: number): string {
  return `${id}:${index.communities.get(id)?.label ?? ""}`;
}

/** By its name; by its number where no community has that name any more. A bare name is read too. */
export function readCommunity(index: MapIndex, text: string): number | undefined {
  const { id, name } = /^(?<id>\d+):(?<name>.*)$/s.exec(text)?.groups ?? {};
  const labels = [...index.communities.values()];
  const found = labels.find(({ label }) => label === text) ?? labels.find(({ label }) => label === name);
  return (found ?? index.communities.get(Number(id ?? NaN)))?.id;
}

export function writeNode(index: MapIndex, node: number): string {
  return isPaper(index, node) ? `paper:${index.columns.keys[node]}` : `term:${nameOf(index, node)}`;
}

export function readNode(index: MapIndex, text: string): number | undefined {
  const name = text.slice(text.indexOf(":") + 1);
  const { keys, names } = index.columns;
  const paper = text.startsWith("paper:") ? placeOf(keys, name) : -1;
  if (paper >= 0) return paper;
  const term = text.startsWith("term:") ? placeOf(names, name, index.papers) : -1;
  return term >= 0 ? term : undefined;
}

/** An address holds no half of a pair: what it became there is looked for, too. */
function placeOf(names: readonly string[], name: string, from = 0): number {
  const place = names.indexOf(name, from);
  if (place >= 0 || !name.includes("\ufffd")) return place;
  return names.findIndex((known, i) => i >= from && known.replace(/\p{Cs}/gu, "\ufffd") === name);
}
