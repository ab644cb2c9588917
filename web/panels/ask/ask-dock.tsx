/**
 * Questions to the whole map: what was not tried, what ties fields together, what comes and goes.
 */
import { useSignal } from "@preact/signals";
import { QUESTIONS } from "../../../src/query/questions.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { AskBridges } from "./ask-bridges.tsx";
import { AskGaps } from "./ask-gaps.tsx";
import { AskNew } from "./ask-new.tsx";
import { AskTrends } from "./ask-trends.tsx";

/** The questions that have a tab, in the order of the tabs. */
const PANELS = { gaps: AskGaps, bridges: AskBridges, trends: AskTrends, new: AskNew };
type Tab = keyof typeof PANELS;
const TABS = Object.keys(PANELS) as Tab[];

export function AskDock() {
  const { index } = useStore();
  const asked = useSignal<Tab>("gaps");
  const Panel = PANELS[asked.value];
  const { title, about } = QUESTIONS[asked.value];
  return (
    <div class="data-table ask">
      <h2 class="sr-only">{TEXTS.ask.name}</h2>
      <div class="tabs" role="group" aria-label={TEXTS.ask.name}>
        {TABS.filter((name) => name !== "new" || index.columns.added).map((name) => (
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
        <Panel />
      </div>
    </div>
  );
}
