/**
 * A map on the page: first the picture, then what can wait until it is there.
 */
import { render } from "preact";
import { endAnswers } from "../../data/ask.ts";
import { indexColumns } from "../../data/map-index.ts";
import type { OpenedMap } from "../../data/open-map.ts";
import { buildSearchIndex } from "../../data/search-index.ts";
import type { DecisionStore } from "../../decide/decision-store.ts";
import { prepareMap } from "../../map/prepared-map.ts";
import { afterPicture, nextTask } from "../../map/scheduling.ts";
import { loadFonts } from "../../map/load-fonts.ts";
import { createStore } from "../../state/store.ts";
import { needsDocument } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { App } from "./app.tsx";
import type { Panel } from "./panel.ts";

/** How much higher than wide a window is, at least, in which a wide map is turned. */
const TALL = 1.3;
/** Milliseconds between the first picture with all its answers and the reading of the document. */
const LEISURE = 400;

export interface ShowOptions {
  /** Where corrections go; left out: to the served folder, or to a file. */
  readonly decisions?: DecisionStore;
  /** Before those of every map. */
  readonly panels?: readonly Panel[];
  /** Of the map. */
  readonly name?: string;
  /** Takes the map away again, with all that it has started. */
  readonly until?: AbortSignal;
}

export async function showMap(root: HTMLElement, opened: OpenedMap, options: ShowOptions = {}): Promise<void> {
  const { decisions, panels = [], name, until } = options;
  const slot = { document: undefined, ...(opened.packed && { packed: opened.packed }) };
  const index = indexColumns(opened.columns, slot, innerHeight > TALL * innerWidth);
  const readDocument = async () => {
    index.slot.document = await opened.readDocument();
    performance.mark("document");
  };
  const store = createStore(index, readDocument, {
    ...(decisions && { decisions }),
    ...(name !== undefined && { name }),
    ...(until && { until }),
  });
  performance.mark("index");
  // A link may ask for what only the document tells.
  if (needsDocument(store.state.value)) await store.read();
  const prepared = await prepareMap(index, nextTask);
  await loadFonts();
  if (until?.aborted) return;
  render(<App store={store} prepared={prepared} panels={panels} />, root);
  until?.addEventListener("abort", () => {
    render(null, root);
    endAnswers(index.slot);
  });
  performance.mark("panels");
  afterPicture(() => {
    performance.mark("picture");
    void buildSearchIndex(index).then((search) => {
      store.search.value = search;
      performance.mark("search");
      // The document can wait for the first moves of mouse and keys; who asks for it starts it at once.
      setTimeout(() => {
        if (!until?.aborted) store.read().catch((error: unknown) => showFailure(root, error));
      }, LEISURE);
    });
  });
}

export function showFailure(root: HTMLElement, error: unknown): void {
  render(
    <div class="failure" role="alert">
      <h1>{TEXTS.load.failed}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
    </div>,
    root,
  );
}
