/**
 * The cards at the side: title and search, legend and filters. On a phone the legend is opened from below.
 */
import type { Signal } from "@preact/signals";
import { TEXTS } from "../../texts.ts";
import { PendingDecisions } from "../details/decide.tsx";
import { Icon } from "../parts/icons.tsx";
import { CommunityLegend } from "./community-legend.tsx";
import { Filters } from "./filters.tsx";
import { SearchBox } from "./search-box.tsx";
import { FoldButton } from "../rooms/fold-button.tsx";
import { Resizer } from "../rooms/resizer.tsx";
import { ShapeLegend } from "./shape-legend.tsx";
import { SheetTitle, TitleBlock } from "./title-block.tsx";

export function SideCards({ legendOpen }: { readonly legendOpen: Signal<boolean> }) {
  return (
    <div class="side">
      <header class="card head" data-covers>
        <FoldButton />
        <TitleBlock />
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
        <Resizer room="side" />
        <div class="scroll legend-body">
          <SheetTitle />
          <PendingDecisions />
          <ShapeLegend />
          <Filters />
          <CommunityLegend />
        </div>
      </section>
    </div>
  );
}
