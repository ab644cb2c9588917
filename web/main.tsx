/**
 * Entry: data in, page out. What is not needed for the first picture waits until it is drawn.
 */
import { render } from "preact";
import { indexDocument } from "./data/map-index.ts";
import { loadDocument } from "./data/load-document.ts";
import { buildSearchIndex } from "./data/search-index.ts";
import { App } from "./panels/app.tsx";
import { createStore } from "./state/store.ts";
import "./style.css";
import { TEXTS } from "./texts.ts";

const root = document.getElementById("app")!;

async function start(): Promise<void> {
  performance.mark("script");
  const document = await loadDocument();
  performance.mark("data");
  const index = indexDocument(document);
  performance.mark("index");
  const store = createStore(index);
  render(<App store={store} />, root);
  performance.mark("panels");
  setTimeout(() => {
    void buildSearchIndex(index).then((search) => {
      store.search.value = search;
      performance.mark("search");
    });
  }, 60);
}

start().catch((error: unknown) => {
  render(
    <div class="failure" role="alert">
      <h1>{TEXTS.load.failed}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
    </div>,
    root,
  );
});
