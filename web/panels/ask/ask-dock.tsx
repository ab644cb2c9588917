/**
 * Questions to the whole map: what was not tried, what ties fields together, what comes and goes.
 */
import { useSignal } from "@preact/signals";
import { TEXTS } from "../../texts.ts";
import { AskBridges } from "./ask-bridges.tsx";
import { AskGaps } from "./ask-gaps.tsx";
import { AskTrends } from "./ask-trends.tsx";

const QUESTIONS = ["gaps", "bridges", "trends"] as const;
type Question = (typeof QUESTIONS)[number];

export function AskDock() {
  const asked = useSignal<Question>("gaps");
  return (
    <div class="data-table ask">
      <h2 class="sr-only">{TEXTS.ask.name}</h2>
      <div class="tabs" role="group" aria-label={TEXTS.ask.name}>
        {QUESTIONS.map((name) => (
          <button
            key={name}
            type="button"
            class="tab"
            aria-pressed={asked.value === name}
            onClick={() => (asked.value = name)}
          >
            {TEXTS.ask.tabs[name]}
          </button>
        ))}
      </div>
      <div class="scroll ask-answers" tabIndex={0} role="region" aria-label={TEXTS.ask.tabs[asked.value]}>
        <p class="quiet">{TEXTS.ask.explain[asked.value]}</p>
        {asked.value === "gaps" && <AskGaps />}
        {asked.value === "bridges" && <AskBridges />}
        {asked.value === "trends" && <AskTrends />}
      </div>
    </div>
  );
}
