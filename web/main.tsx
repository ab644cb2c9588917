/**
 * Entry: data in, page out. What is not needed for the first picture waits until it is drawn.
 */
import { render } from "preact";
import { indexColumns } from "./data/map-index.ts";
import { openMap } from "./data/open-map.ts";
import { buildSearchIndex } from "./data/search-index.ts";
import { afterPicture } from "./map/scheduling.ts";
import { App } from "./panels/page/app.tsx";
import { createStore } from "./state/store.ts";
import { needsDocument } from "./state/view-state.ts";
import "./style/style.ts";
import { TEXTS } from "./texts.ts";

/** Milliseconds between the first picture with all its answers and the reading of the document. */
const LEISURE = 400;

const root = document.getElementById("app")!;

async function start(): Promise<void> {
  performance.mark("script");
  const opened = await openMap();
  performance.mark("data");
  const index = indexColumns(opened.columns, {
    document: undefined,
    ...(opened.packed && { packed: opened.packed }),
  });
  const store = createStore(index, async () => {
    index.slot.document = await opened.readDocument();
    performance.mark("document");
  });
  performance.mark("index");
  // A link may ask for what only the document tells.
  if (needsDocument(store.state.value)) await store.read();
  render(<App store={store} />, root);
  performance.mark("panels");
  afterPicture(() => {
    performance.mark("picture");
    void buildSearchIndex(index).then((search) => {
      store.search.value = search;
      performance.mark("search");
      // The document can wait for the first moves of mouse and keys; who asks for it starts it at once.
      setTimeout(() => void store.read().catch(showFailure), LEISURE);
    });
  });
}

function showFailure(error: unknown): void {
  render(
    <div class="failure" role="alert">
      <h1>{TEXTS.load.failed}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
    </div>,
    root,
  );
}

start().catch(showFailure);
