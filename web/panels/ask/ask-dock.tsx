/**
 * Questions to the whole map: what was not tried, what ties fields together, what comes and goes.
 */
import { useSignal } from "@preact/signals";
import { QUESTIONS } from "../../../src/query/questions.ts";
import { TEXTS } from "../../texts.ts";
import { AskBridges } from "./ask-bridges.tsx";
import { AskGaps } from "./ask-gaps.tsx";
import { AskTrends } from "./ask-trends.tsx";

/** The questions that have a tab, in the order of the tabs. */
const PANELS = { gaps: AskGaps, bridges: AskBridges, trends: AskTrends };
const TABS = Object.keys(PANELS) as (keyof typeof PANELS)[];

export function AskDock() {
  const asked = useSignal<keyof typeof PANELS>("gaps");
  const Panel = PANELS[asked.value];
  const { title, about } = QUESTIONS[asked.value];
  return (
    <div class="data-table ask">
      <h2 class="sr-only">{TEXTS.ask.name}</h2>
      <div class="tabs" role="group" aria-label={TEXTS.ask.name}>
        {TABS.map((name) => (
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
