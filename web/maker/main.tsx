/**
 * Entry of the page that makes maps: the workshop, its overlays, and the map in the same viewer as everywhere.
 */
import { effect } from "@preact/signals";
import { render } from "preact";
import { openColumns } from "../data/open-map.ts";
import { showFailure, showMap } from "../panels/page/show-map.tsx";
import "../style/style.ts";
import "../style/maker.css";
import { MAKER_TEXTS } from "../texts/maker.ts";
import "./driver.ts";
import { filesOfDrop } from "./dropped-files.ts";
import { makerDecisions } from "./maker-decisions.ts";
import { MakerPage } from "./panels/maker-page.tsx";
import { projectPanel } from "./panels/project-panel.tsx";
import type { Shown } from "./project.ts";
import { Workshop } from "./workshop.ts";

const workshop = new Workshop();
const root = document.getElementById("app")!;

window.paperweave = {
  file: async (name) => new Uint8Array(await (await workshop.file(name)).arrayBuffer()),
};

effect(() => {
  document.body.dataset["state"] = workshop.phase.value;
});

effect(() => {
  const name = workshop.shown.value?.project.name;
  document.title = name === undefined ? MAKER_TEXTS.title : `${name} · ${MAKER_TEXTS.title}`;
});

let end = new AbortController();
let map: Shown["map"] | undefined;
let project: unknown;
effect(() => {
  const shown = workshop.shown.value;
  if (shown?.map === map) return;
  end.abort();
  end = new AbortController();
  map = shown?.map;
  // A link into another project's map means nothing in this one.
  if (!shown || (project !== undefined && project !== shown.project.inputs[0]?.name))
    history.replaceState(null, "", "#");
  project = shown?.project.inputs[0]?.name;
  if (!shown) return;
  const { texts, numbers, packed } = shown.map;
  const opened = openColumns(
    { ...texts, ...numbers },
    () => packed,
    () => Promise.resolve(),
  );
  const options = {
    decisions: makerDecisions(workshop, shown.project),
    name: shown.project.name,
    panels: [projectPanel(workshop)],
    until: end.signal,
  };
  showMap(root, opened, options).catch((error: unknown) => showFailure(root, error));
});

const input = document.getElementById("files") as HTMLInputElement;
input.addEventListener("change", () => {
  const files = [...(input.files ?? [])].map((file) => ({ name: file.name, blob: file }));
  input.value = "";
  if (files.length > 0) void workshop.add({ files, problems: [] });
});

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;
let depth = 0;
const mark = (step: number) => {
  depth = step === 0 ? 0 : Math.max(0, depth + step);
  document.body.toggleAttribute("data-drop", depth > 0);
};
addEventListener("dragenter", (event) => hasFiles(event) && mark(1));
addEventListener("dragleave", (event) => hasFiles(event) && mark(-1));
addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
addEventListener("drop", (event) => {
  mark(0);
  if (!event.dataTransfer || !hasFiles(event)) return;
  event.preventDefault();
  void filesOfDrop(event.dataTransfer).then((given) => workshop.add(given));
});

render(<MakerPage workshop={workshop} />, document.getElementById("maker")!);
