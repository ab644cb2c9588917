/**
 * Where corrections are kept until the map is built with them: written to decisions.tsv at once in the served viewer,
 * collected for download in map.html, where the browser keeps them.
 */
import { signal, type ReadonlySignal } from "@preact/signals";
import { TEXTS } from "../texts.ts";
import type { Decision } from "../../src/contract/decisions.ts";
import { addDecision, removeDecision } from "./decision-file.ts";
import { keepDecisions, recallDecisions } from "./memory.ts";
import {
  fetchDecisions,
  rebuild,
  saveDecisions,
  sessionToken,
  type RebuildProgress,
  type StandingText,
} from "./server.ts";

export interface DecisionStore {
  /** Can write and rebuild; else the file is downloaded. */
  readonly served: boolean;
  readonly text: ReadonlySignal<string>;
  /** The decisions that the map was built with: what it shows. */
  readonly built: ReadonlySignal<string>;
  readonly progress: ReadonlySignal<RebuildProgress | undefined>;
  readonly fault: ReadonlySignal<string | undefined>;
  /** Whether they are still there when the page is opened again. */
  readonly kept: ReadonlySignal<boolean>;
  /** Brings back what was collected for this map. @param identity of the map. */
  readonly recall: (identity: string) => void;
  readonly decide: (decision: Decision) => void;
  readonly undo: (decision: Decision) => void;
  /** Builds the map anew and loads it; `before` runs just before the page is loaded again. */
  readonly rebuild: (before: () => void) => void;
}

export function openDecisions(): DecisionStore {
  const token = sessionToken();
  const text = signal("");
  const built = signal("");
  const progress = signal<RebuildProgress | undefined>(undefined);
  const fault = signal<string | undefined>(undefined);
  const kept = signal(true);
  let map: string | undefined;
  let standing: StandingText = { text: "", hash: "" };
  const fail = (error: unknown) => (fault.value = error instanceof Error ? error.message : String(error));
  if (token !== undefined) {
    fetchDecisions().then((known) => {
      text.value = known.text;
      standing = known;
      built.value = known.built;
      if (known.fault !== undefined) fault.value = known.fault;
    }, fail);
  }
  // One after the other: a later text never lands before an earlier one.
  let writing: Promise<void> = Promise.resolve();
  const write = (next: string) => {
    const before = text.value;
    text.value = next;
    fault.value = undefined;
    if (token === undefined) {
      kept.value = map !== undefined && keepDecisions(map, next);
      return;
    }
    writing = writing
      .then(async () => {
        standing = await saveDecisions(token, standing, next);
        // Lines of somebody else are shown, too, unless we have gone on deciding.
        if (text.value === next) text.value = standing.text;
      })
      .catch((error: unknown) => {
        fail(error);
        if (text.value === next) text.value = before;
      });
  };
  addEventListener("beforeunload", (event) => {
    if (!kept.value && text.value.trim() !== "") event.preventDefault();
  });
  return {
    kept,
    recall: (identity) => {
      if (token !== undefined) return;
      map = identity;
      text.value = recallDecisions(identity);
    },
    served: token !== undefined,
    text,
    built,
    progress,
    fault,
    decide: (decision) => write(addDecision(text.value, decision)),
    undo: (decision) => write(removeDecision(text.value, decision)),
    rebuild: (before) => {
      if (token === undefined || progress.value) return;
      progress.value = { step: TEXTS.decide.starting, done: 0, total: 0 };
      writing
        .then(() => rebuild(token, (next) => (progress.value = next)))
        .then(() => {
          before();
          location.reload();
        }, fail)
        .finally(() => (progress.value = undefined));
    },
  };
}
