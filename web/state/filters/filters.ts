/**
 * Everything that can take nodes off the map, one line each; menus, links and the test of a node are made from this list.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { areaFilter } from "./area.ts";
import { aroundFilter } from "./around.ts";
import { communitiesFilter } from "./communities.ts";
import { datesFilter } from "./dates.ts";
import { entry, type BoundControl } from "./entry.ts";
import { expressionFilter } from "./expression.ts";
import { papersFilter } from "./papers.ts";
import { relationsFilter } from "./relations.ts";
import { rolesFilter } from "./roles.ts";
import { shapesFilter } from "./shapes.ts";

/** In the order in which they are set, told and linked. */
const FILTERS = [
  entry("hiddenShapes", shapesFilter),
  entry("hiddenCommunities", communitiesFilter),
  entry("dates", datesFilter),
  entry("papers", papersFilter),
  entry("hiddenRoles", rolesFilter),
  entry("relations", relationsFilter),
  entry("expression", expressionFilter),
  entry("around", aroundFilter),
  entry("area", areaFilter),
] as const;

type Both<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;
type Merged = Both<(typeof FILTERS)[number]["none"]>;
/** The value of every filter. */
export type Filters = { readonly [K in keyof Merged]: Merged[K] };

/** Of values that each know one filter, those of all. */
function merged(values: readonly Partial<Filters>[]): Filters {
  return Object.assign({}, ...values) as Filters;
}

export const NO_FILTERS = merged(FILTERS.map(({ none }) => none));

/** 1 where the node is shown: filters stack, a node stays when every one of them lets it. */
export function visibleNodes(index: MapIndex, filters: Filters): Uint8Array {
  const shown = new Uint8Array(index.count).fill(1);
  for (const filter of FILTERS) filter.hide(index, shown, filters);
  return shown;
}

/** Whether one of the filters at work asks for more than names, places and ties. */
export function filtersNeedDocument(filters: Filters): boolean {
  return FILTERS.some((filter) => filter.needsDocument(filters));
}

export function writeFilters(index: MapIndex, filters: Filters, link: URLSearchParams): void {
  for (const filter of FILTERS) filter.writeLink(index, filters, link);
}

export function readFilters(index: MapIndex, link: URLSearchParams): Filters {
  return merged(FILTERS.map((filter) => filter.readLink(index, link)));
}

export interface ActiveFilter {
  readonly name: keyof Filters;
  readonly words: string;
  /** Nodes that would come back without it. */
  readonly hidden: number;
  /** The change that undoes it. */
  readonly without: Partial<Filters>;
}

/** The filters that are at work, in words, with what each of them alone still hides and how to undo it. */
export function activeFilters(index: MapIndex, filters: Filters): ActiveFilter[] {
  const shown = total(visibleNodes(index, filters));
  return FILTERS.flatMap((filter) => {
    const words = filter.words(index, filters);
    if (words === undefined) return [];
    const hidden = total(visibleNodes(index, { ...filters, ...filter.none })) - shown;
    return [{ name: filter.name, words, hidden, without: filter.none }];
  });
}

function total(shown: Uint8Array): number {
  return shown.reduce((sum, value) => sum + value, 0);
}

/** What `draw` makes of every control that has something to choose on this map. */
export function mapControls<T>(index: MapIndex, draw: <V>(bound: BoundControl<V, Filters>) => T): T[] {
  return FILTERS.flatMap((filter) => filter.drawControl<T>(index, draw) ?? []);
}
