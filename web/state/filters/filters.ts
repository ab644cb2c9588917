/**
 * Everything that can take nodes off the map, one line each; menus, links and the test of a node are made from this list.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { aroundFilter } from "./around.ts";
import { communitiesFilter } from "./communities.ts";
import { datesFilter } from "./dates.ts";
import { expressionFilter } from "./expression.ts";
import type { Control, Filter } from "./filter.ts";
import { papersFilter } from "./papers.ts";
import { rolesFilter } from "./roles.ts";
import { shapesFilter } from "./shapes.ts";

/** In the order in which they are set, told and linked. */
const LIST = {
  hiddenShapes: shapesFilter,
  hiddenCommunities: communitiesFilter,
  dates: datesFilter,
  papers: papersFilter,
  hiddenRoles: rolesFilter,
  expression: expressionFilter,
  around: aroundFilter,
};
type ValueOf<F> = F extends Filter<infer V> ? V : never;
export type FilterName = keyof typeof LIST;
/** The value of every filter. */
export type Filters = { readonly [K in FilterName]: ValueOf<(typeof LIST)[K]> };

const FILTERS: { readonly [K in FilterName]: Filter<Filters[K]> } = LIST;
const NAMES = Object.keys(LIST) as FilterName[];

export const NO_FILTERS = Object.fromEntries(NAMES.map((name) => [name, FILTERS[name].none])) as unknown as Filters;

/** The value of a filter where it hides something. */
function valueAtWork<K extends FilterName>(filters: Filters, name: K): NonNullable<Filters[K]> | undefined {
  const value = filters[name];
  if (value === undefined || value === null) return undefined;
  return FILTERS[name].isOn?.(value) === false ? undefined : value;
}

/** 1 where the node is shown: filters stack, a node stays when every one of them lets it. */
export function visibleNodes(index: MapIndex, filters: Filters): Uint8Array {
  const shown = new Uint8Array(index.count).fill(1);
  const hide = <K extends FilterName>(name: K) => {
    const value = valueAtWork(filters, name);
    if (value !== undefined) FILTERS[name].hide(index, shown, value);
  };
  NAMES.forEach(hide);
  return shown;
}

/** Whether one of the filters that are on asks for more than names, places and ties. */
export function filtersNeedDocument(filters: Filters): boolean {
  return NAMES.some((name) => FILTERS[name].needsDocument && valueAtWork(filters, name) !== undefined);
}

export function writeFilters(index: MapIndex, filters: Filters, link: URLSearchParams): void {
  const write = <K extends FilterName>(name: K) => {
    const value = valueAtWork(filters, name);
    if (value !== undefined) FILTERS[name].writeLink(index, value, link);
  };
  NAMES.forEach(write);
}

export function readFilters(index: MapIndex, link: URLSearchParams): Filters {
  return Object.fromEntries(NAMES.map((name) => [name, FILTERS[name].readLink(index, link)])) as unknown as Filters;
}

export interface ActiveFilter {
  readonly name: FilterName;
  readonly words: string;
  /** Nodes that would come back without it. */
  readonly hidden: number;
  readonly without: Partial<Filters>;
}

/** The filters that are at work, in words, with what each of them alone still hides and how to undo it. */
export function activeFilters(index: MapIndex, filters: Filters): ActiveFilter[] {
  const shown = total(visibleNodes(index, filters));
  const active = <K extends FilterName>(name: K): ActiveFilter[] => {
    const value = valueAtWork(filters, name);
    if (value === undefined) return [];
    const without = { [name]: FILTERS[name].none } as Partial<Filters>;
    const hidden = total(visibleNodes(index, { ...filters, ...without })) - shown;
    return [{ name, words: FILTERS[name].words(index, value), hidden, without }];
  };
  return NAMES.flatMap(active);
}

function total(shown: Uint8Array): number {
  return shown.reduce((sum, value) => sum + value, 0);
}

/** A control with the value that it sets: `set` gives the change of the filters. */
export interface BoundControl<V> {
  readonly name: FilterName;
  readonly control: Control<V>;
  readonly valueIn: (filters: Filters) => V;
  readonly set: (value: V) => Partial<Filters>;
}

/** Calls `draw` with every control that has something to choose on this map. */
export function mapControls<T>(index: MapIndex, draw: <V>(bound: BoundControl<V>) => T): T[] {
  const one = <K extends FilterName>(name: K): T[] => {
    const control = FILTERS[name].control?.(index);
    if (!control) return [];
    const set = (value: Filters[K]) => ({ [name]: value }) as Partial<Filters>;
    return [draw({ name, control, valueIn: (filters) => filters[name], set })];
  };
  return NAMES.flatMap(one);
}
