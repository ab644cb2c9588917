/**
 * Which nodes the filters leave on the map. Filters stack: a node stays when every one of them lets it.
 */
import { monthOf } from "../../src/lib/months.ts";
import { answerOf } from "../data/ask.ts";
import { documentOf, EDGE_KINDS, mentionsOf, SHAPES, type MapIndex } from "../data/map-index.ts";
import type { Filters } from "./view-state.ts";

/** 1 where the node is shown. */
export function visibleNodes(index: MapIndex, filters: Filters): Uint8Array {
  const shown = new Uint8Array(index.count).fill(1);
  const hiddenShape = SHAPES.map((shape) => filters.hiddenShapes.has(shape));
  for (let node = 0; node < index.count; node++) {
    if (hiddenShape[index.shape[node]!] || filters.hiddenCommunities.has(index.community[node]!)) shown[node] = 0;
  }
  if (filters.papers) keepCounts(index, shown, filters.papers);
  if (filters.dates) keepDates(index, shown, filters.dates);
  if (filters.expression !== undefined) keepMatches(index, shown, filters.expression);
  if (filters.hiddenRoles.size > 0) keepRoles(index, shown, filters);
  if (filters.around !== undefined) keepAround(index, shown, filters.around);
  return shown;
}

export function countVisible(index: MapIndex, shown: Uint8Array): { papers: number; terms: number } {
  let papers = 0;
  let terms = 0;
  for (let node = 0; node < index.count; node++) {
    if (!shown[node]) continue;
    if (node < index.papers) papers++;
    else terms++;
  }
  return { papers, terms };
}

function keepCounts(index: MapIndex, shown: Uint8Array, [least, most]: readonly [number, number]): void {
  for (let node = index.papers; node < index.count; node++) {
    if (index.weight[node]! < least || index.weight[node]! > most) shown[node] = 0;
  }
}

/** Papers outside the months go, and with them the terms that no paper left over mentions. Undated papers go too. */
function keepDates(index: MapIndex, shown: Uint8Array, [from, to]: readonly [string, string]): void {
  const inside = new Uint8Array(index.papers);
  documentOf(index).papers.forEach((paper, i) => {
    const month = monthOf(paper.date);
    if (month !== undefined && month >= from && month <= to) inside[i] = 1;
    else shown[i] = 0;
  });
  keepTermsOf(index, shown, (paper) => inside[paper] === 1);
}

/**
 * Papers for which the typed search holds, and their terms. A search that cannot be read, or has no answer yet, hides
 * nothing.
 */
function keepMatches(index: MapIndex, shown: Uint8Array, expression: string): void {
  const found = answerOf(index, "search", { expression });
  if (!found?.ok) return;
  const inside = new Uint8Array(index.papers);
  for (const paper of found.papers) inside[paper] = 1;
  for (let paper = 0; paper < index.papers; paper++) if (!inside[paper]) shown[paper] = 0;
  keepTermsOf(index, shown, (paper) => inside[paper] === 1);
}

/** Terms that stand only in hidden roles go. */
function keepRoles(index: MapIndex, shown: Uint8Array, filters: Filters): void {
  for (let node = index.papers; node < index.count; node++) {
    if (shown[node] && !mentionsOf(index, node).some(({ edge }) => !filters.hiddenRoles.has(edge.role)))
      shown[node] = 0;
  }
}

function keepTermsOf(index: MapIndex, shown: Uint8Array, has: (paper: number) => boolean): void {
  for (let node = index.papers; node < index.count; node++) {
    let found = false;
    for (let i = index.start[node]!; i < index.start[node + 1]! && !found; i++) {
      found = EDGE_KINDS[index.edgeKind[i]!] === "mentions" && has(index.neighbor[i]!);
    }
    if (!found) shown[node] = 0;
  }
}

function keepAround(index: MapIndex, shown: Uint8Array, center: number): void {
  const near = new Set([center]);
  for (let i = index.start[center]!; i < index.start[center + 1]!; i++) near.add(index.neighbor[i]!);
  for (let node = 0; node < index.count; node++) if (!near.has(node)) shown[node] = 0;
}
