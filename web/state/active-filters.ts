/**
 * The filters that are at work, in words, with what each of them alone still hides and how to undo it.
 */
import { nameOf, type MapIndex } from "../data/map-index.ts";
import { plain, TEXTS } from "../texts.ts";
import { NO_FILTERS, type Filters } from "./view-state.ts";
import { visibleNodes } from "./visible.ts";

export interface ActiveFilter {
  readonly key: keyof Filters;
  readonly text: string;
  /** Nodes that would come back without it. */
  readonly hidden: number;
  readonly without: Partial<Filters>;
}

export function activeFilters(index: MapIndex, filters: Filters): ActiveFilter[] {
  const texts: Readonly<Record<keyof Filters, string | undefined>> = {
    hiddenShapes:
      filters.hiddenShapes.size > 0
        ? TEXTS.filters.without([...filters.hiddenShapes].map((shape) => TEXTS.shapes(shape)))
        : undefined,
    hiddenCommunities: communitiesText(index, filters.hiddenCommunities),
    hiddenRoles:
      filters.hiddenRoles.size > 0
        ? TEXTS.filters.without([...filters.hiddenRoles].map((role) => TEXTS.roleShort(role)))
        : undefined,
    dates: filters.dates && `${filters.dates[0]} – ${filters.dates[1]}`,
    papers: filters.papers && TEXTS.filters.inPapers(plain(filters.papers[0]), plain(filters.papers[1])),
    expression: filters.expression,
    around: filters.around === undefined ? undefined : TEXTS.filters.around(nameOf(index, filters.around)),
  };
  const shown = total(visibleNodes(index, filters));
  return (Object.keys(texts) as (keyof Filters)[]).flatMap((key) => {
    const text = texts[key];
    if (text === undefined) return [];
    const without = { [key]: NO_FILTERS[key] } as Partial<Filters>;
    return [{ key, text, hidden: total(visibleNodes(index, { ...filters, ...without })) - shown, without }];
  });
}

function communitiesText(index: MapIndex, hidden: ReadonlySet<number>): string | undefined {
  if (hidden.size === 0) return undefined;
  const left = index.topLevel.filter((community) => !hidden.has(community.id));
  if (left.length === 1) return TEXTS.filters.only(left[0]!.label);
  if (hidden.size === 1) return TEXTS.filters.without([index.communities.get([...hidden][0]!)?.label ?? ""]);
  return TEXTS.filters.someCommunities(left.length, index.topLevel.length);
}

function total(shown: Uint8Array): number {
  return shown.reduce((sum, value) => sum + value, 0);
}
