/**
 * Entry: data in, page out. What is not needed for the first picture waits until it is drawn.
 */
import { openMap } from "./data/open-map.ts";
import { loadFonts } from "./map/load-fonts.ts";
import { showFailure, showMap } from "./panels/page/show-map.tsx";
import "./style/style.ts";

const root = document.getElementById("app")!;

async function start(): Promise<void> {
  performance.mark("script");
  void loadFonts();
  const opened = await openMap();
  performance.mark("data");
  await showMap(root, opened);
}

start().catch((error: unknown) => showFailure(root, error));
