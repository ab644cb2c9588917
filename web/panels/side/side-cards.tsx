/**
 * The cards at the side: title and search, legend and filters. On a phone the legend is opened from below.
 */
import type { Signal } from "@preact/signals";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { PendingDecisions } from "../details/decide.tsx";
import { Icon } from "../parts/icons.tsx";
import { CommunityLegend } from "./community-legend.tsx";
import { ActiveFilters, Filters } from "./filters.tsx";
import { SearchBox } from "./search-box.tsx";
import { ShapeLegend } from "./shape-legend.tsx";

export function SideCards({ legendOpen }: { readonly legendOpen: Signal<boolean> }) {
  return (
    <div class="side">
      <header class="card head" data-covers>
        <h1>{TEXTS.title}</h1>
        <Summary />
        <SearchBox />
      </header>
      <section class="card legend" aria-label={TEXTS.legend.name} data-covers>
        <button
          type="button"
          class="legend-handle phone-only"
          aria-expanded={legendOpen.value}
          onClick={() => (legendOpen.value = !legendOpen.value)}
        >
          <Icon name={legendOpen.value ? "down" : "up"} /> {TEXTS.legend.toggle}
        </button>
        <div class="scroll legend-body">
          <PendingDecisions />
          <ActiveFilters />
          <ShapeLegend />
          <Filters />
          <CommunityLegend />
        </div>
      </section>
    </div>
  );
}

function Summary() {
  const { index, remaining } = useStore();
  const { papers, terms } = remaining.value;
  const all = papers === index.papers && terms === index.count - index.papers;
  return (
    <p class="summary" role="status">
      {all ? TEXTS.summary(papers, terms, index.topLevel.length) : TEXTS.remaining(papers, terms)}
      {all && index.columns.limits && ` · ${TEXTS.limits(index.columns.limits)}`}
    </p>
  );
}
