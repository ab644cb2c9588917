/**
 * Files from the page to the reader's disk.
 */
import { writeGraphJson } from "../../src/export/canonical-json.ts";
import { writeEdgesCsv, writePapersCsv, writeTermsCsv } from "../../src/export/csv.ts";
import { writeGraphml } from "../../src/export/graphml.ts";
import type { MapView } from "../map/map-view.ts";
import type { Store } from "../state/store.ts";
import { filteredDocument } from "./filtered-document.ts";
import { COLOR_MODES, colorScale } from "../state/colors/color-modes.ts";
import { drawPicture, pictureSize } from "./picture.ts";
import type { Scene } from "./picture-legend.ts";
import { CanvasSurface, SvgSurface } from "./drawing-surface.ts";

export const DATA_FORMATS = ["graphml", "json", "papers", "terms", "edges"] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

const WRITERS = {
  graphml: ["paperweave.graphml", "application/xml", writeGraphml],
  json: ["paperweave.json", "application/json", writeGraphJson],
  papers: ["papers.csv", "text/csv", writePapersCsv],
  terms: ["terms.csv", "text/csv", writeTermsCsv],
  edges: ["edges.csv", "text/csv", writeEdgesCsv],
} as const;

export function downloadData({ index, shown }: Store, format: DataFormat): void {
  const [name, type, write] = WRITERS[format];
  save(name, new Blob([...write(filteredDocument(index, shown.value))], { type: `${type};charset=utf-8` }));
}

/** Twice the screen's resolution. */
export async function downloadPng(store: Store, map: MapView): Promise<void> {
  const scene = sceneOf(store, map);
  const { width, height } = pictureSize(scene);
  const surface = new CanvasSurface(width, height, 2);
  drawPicture(surface, scene);
  const blob = await new Promise<Blob | null>((resolve) => surface.canvas.toBlob(resolve, "image/png"));
  if (blob) save("paperweave.png", blob);
}

export function downloadSvg(store: Store, map: MapView): void {
  const scene = sceneOf(store, map);
  const { width, height } = pictureSize(scene);
  const surface = new SvgSurface(width, height);
  drawPicture(surface, scene);
  save("paperweave.svg", new Blob([String(surface)], { type: "image/svg+xml" }));
}

export function downloadText(name: string, text: string): void {
  save(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
}

function sceneOf({ index, state, scheme }: Store, map: MapView): Scene {
  const { colorBy } = state.value;
  const { shapeColor } = COLOR_MODES[colorBy];
  return {
    ...map.scene(),
    scale: colorScale(index, colorBy, scheme.value),
    shapeColor: shapeColor && ((shape) => shapeColor(shape, scheme.value)),
  };
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
