/**
 * Questions to the whole map: what was not tried, what ties fields together, what comes and goes.
 */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { QUESTIONS } from "../../../src/query/questions.ts";
import type { MapIndex } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { AskBridges } from "./ask-bridges.tsx";
import { AskGaps } from "./ask-gaps.tsx";
import { AskNew } from "./ask-new.tsx";
import { AskTrends } from "./ask-trends.tsx";

/** The questions that have a tab, in the order of the tabs. */
const PANELS = {
  gaps: { Content: AskGaps },
  bridges: { Content: AskBridges },
  trends: { Content: AskTrends },
  new: { Content: AskNew, isOffered: ({ columns }) => columns.added !== undefined },
} as const satisfies Readonly<Record<string, TabPanel>>;
type Tab = keyof typeof PANELS;
const TABS = Object.entries<TabPanel>(PANELS) as [Tab, TabPanel][];

interface TabPanel {
  readonly Content: () => ComponentChildren;
  /** Absent: for every map. */
  readonly isOffered?: (index: MapIndex) => boolean;
}

export function AskDock() {
  const { index } = useStore();
  const asked = useSignal<Tab>("gaps");
  const { Content } = PANELS[asked.value];
  const offered = TABS.filter(([, { isOffered }]) => isOffered?.(index) ?? true);
  const { title, about } = QUESTIONS[asked.value];
  return (
    <div class="data-table ask">
      <h2 class="sr-only">{TEXTS.ask.name}</h2>
      <div class="tabs" role="group" aria-label={TEXTS.ask.name}>
        {offered.map(([name]) => (
          <button
            key={name}
            type="button"
            class="tab"
            aria-pressed={asked.value === name}
            onClick={() => (asked.value = name)}
          >
            {QUESTIONS[name].title}
          </button>
        ))}
      </div>
      <div class="scroll ask-answers" tabIndex={0} role="region" aria-label={title}>
        <p class="quiet">{about}</p>
        <Content />
      </div>
    </div>
  );
}
