/**
 * Files from the page to the reader's disk.
 */
import { JSON_FORMAT } from "../../src/export/json.ts";
import { CSV_FORMAT } from "../../src/export/csv.ts";
import type { DocumentFile, OutputFormat } from "../../src/export/format.ts";
import { GRAPHML_FORMAT } from "../../src/export/graphml.ts";
import type { MapView } from "../map/map-view.ts";
import type { Store } from "../state/store.ts";
import { filteredDocument } from "./filtered-document.ts";
import { COLOR_MODES, colorScale } from "../state/colors/color-modes.ts";
import { drawPicture, pictureSize } from "./picture.ts";
import type { Scene } from "./picture-legend.ts";
import { CanvasSurface, SvgSurface } from "./drawing-surface.ts";

/** Formats that are offered; the others are for the command line. */
const FORMATS: readonly OutputFormat[] = [GRAPHML_FORMAT, JSON_FORMAT, CSV_FORMAT];

/** A file of one of them. */
export interface DataFile {
  /** On its button. */
  readonly title: string;
  readonly file: DocumentFile;
}

export const DATA_FILES: readonly DataFile[] = FORMATS.flatMap(({ title, files }) =>
  files.flatMap((file) =>
    "write" in file ? { title: files.length > 1 ? titleOfFile(file, title) : title, file } : [],
  ),
);

/** Of one of several files of a format: `papers.csv` is "Papers (CSV)". */
function titleOfFile({ name }: DocumentFile, format: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1, name.lastIndexOf("."))} (${format})`;
}

/** What the filters leave, as a file. */
export function downloadData({ index, shown }: Store, { file }: DataFile): void {
  const type = `${file.mediaType};charset=utf-8`;
  saveBlob(file.name, new Blob([...file.write(filteredDocument(index, shown.value))], { type }));
}

/** Twice the screen's resolution. */
export async function downloadPng(store: Store, map: MapView): Promise<void> {
  const scene = sceneOf(store, map);
  const { width, height } = pictureSize(scene);
  const surface = new CanvasSurface(width, height, 2);
  drawPicture(surface, scene);
  const blob = await new Promise<Blob | null>((resolve) => surface.canvas.toBlob(resolve, "image/png"));
  if (blob) saveBlob("paperweave.png", blob);
}

export function downloadSvg(store: Store, map: MapView): void {
  const scene = sceneOf(store, map);
  const { width, height } = pictureSize(scene);
  const surface = new SvgSurface(width, height);
  drawPicture(surface, scene);
  saveBlob("paperweave.svg", new Blob([String(surface)], { type: "image/svg+xml" }));
}

export function downloadText(name: string, text: string): void {
  saveBlob(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
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

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
