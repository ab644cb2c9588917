/**
 * Files from the page to the reader's disk.
 */
import { writeGraphJson } from "../../src/contract/graph-document.ts";
import { writeEdgesCsv, writePapersCsv, writeTermsCsv } from "../../src/export/csv.ts";
import { writeGraphml } from "../../src/export/graphml.ts";
import type { MapView } from "../map/map-view.ts";
import type { Store } from "../state/store.ts";
import { filteredDocument } from "./filtered-document.ts";
import { colorScale } from "../state/node-colors.ts";
import { drawPicture, pictureSize, type Scene } from "./picture.ts";
import { CanvasSheet, SvgSheet } from "./sheet.ts";

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
  const sheet = new CanvasSheet(width, height, 2);
  drawPicture(sheet, scene);
  const blob = await new Promise<Blob | null>((resolve) => sheet.canvas.toBlob(resolve, "image/png"));
  if (blob) save("paperweave.png", blob);
}

export function downloadSvg(store: Store, map: MapView): void {
  const scene = sceneOf(store, map);
  const { width, height } = pictureSize(scene);
  const sheet = new SvgSheet(width, height);
  drawPicture(sheet, scene);
  save("paperweave.svg", new Blob([String(sheet)], { type: "image/svg+xml" }));
}

export function downloadText(name: string, text: string): void {
  save(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
}

function sceneOf({ index, state, ground }: Store, map: MapView): Scene {
  const { colorBy } = state.value;
  return { ...map.scene(), scale: colorScale(index, colorBy, ground.value), byType: colorBy === "type" };
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
