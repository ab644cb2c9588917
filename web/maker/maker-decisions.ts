/**
 * The decisions of the page that makes maps: kept with the project, and built into the map here.
 */
import { computed, signal } from "@preact/signals";
import { addDecision, removeDecision } from "../decide/decision-file.ts";
import type { DecisionStore } from "../decide/decision-store.ts";
import { MAKER_TEXTS } from "../texts/maker.ts";
import type { Project } from "./project.ts";
import type { Workshop } from "./workshop.ts";

/** @param project that is shown: what it was built with, and what was decided since */
export function makerDecisions(workshop: Workshop, project: Project): DecisionStore {
  const text = signal(project.decisions);
  const write = (next: string) => {
    text.value = next;
    workshop.decide(next);
  };
  return {
    served: true,
    text,
    built: signal(project.decided),
    progress: computed(() => {
      const busy = workshop.busy.value;
      return busy && { ...busy, step: MAKER_TEXTS.steps[busy.step] ?? busy.step };
    }),
    fault: computed(() => undefined),
    kept: signal(true),
    recall: () => undefined,
    decide: (decision) => write(addDecision(text.value, decision)),
    undo: (decision) => write(removeDecision(text.value, decision)),
    rebuild: (before) => {
      before();
      workshop.rebuild();
    },
  };
}
