/**
 * Files from the page to the reader's disk.
 */
import { JSON_FORMAT } from "../../src/export/json.ts";
import { CSV_FORMAT } from "../../src/export/csv.ts";
import type { DocumentFile, OutputFormat } from "../../src/export/format.ts";
import { GRAPHML_FORMAT } from "../../src/export/graphml.ts";
import { BIBTEX_FORMAT } from "../../src/export/references/bibtex.ts";
import { RIS_FORMAT } from "../../src/export/references/ris.ts";
import type { MapView } from "../map/map-view.ts";
import type { Store } from "../state/store.ts";
import { filteredDocument } from "./filtered-document.ts";
import { COLOR_MODES, colorScale } from "../state/colors/color-modes.ts";
import { drawPicture, pictureSize, slideSize } from "./picture.ts";
import type { Scene } from "./picture-legend.ts";
import { CanvasSurface, SvgSurface } from "./drawing-surface.ts";

/** Formats that are offered; the others are for the command line. */
const FORMATS: readonly OutputFormat[] = [GRAPHML_FORMAT, JSON_FORMAT, CSV_FORMAT, BIBTEX_FORMAT, RIS_FORMAT];

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

/** Twice the screen's resolution. @param slide whether it has the form of one (16:9) */
export async function downloadPng(store: Store, map: MapView, slide = false): Promise<void> {
  const scene = sceneOf(store, map);
  const natural = pictureSize(scene);
  const size = slide ? slideSize(natural) : natural;
  const surface = new CanvasSurface(size.width, size.height, 2);
  drawPicture(surface, scene, size);
  const blob = await new Promise<Blob | null>((resolve) => surface.canvas.toBlob(resolve, "image/png"));
  if (blob) saveBlob(pictureName(store, "png"), blob);
}

export function downloadSvg(store: Store, map: MapView): void {
  const scene = sceneOf(store, map);
  const { width, height } = pictureSize(scene);
  const surface = new SvgSurface(width, height, store.name.value, fontRules());
  drawPicture(surface, scene);
  saveBlob(pictureName(store, "svg"), new Blob([String(surface)], { type: "image/svg+xml" }));
}

export function downloadText(name: string, text: string): void {
  saveBlob(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
}

/** The name of the map in letters that every disk takes. */
function pictureName({ name }: Store, ending: string): string {
  const letters = name.value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["paperweave"];
  return `${letters.join("-").slice(0, 60)}.${ending}`;
}

/** The page's typefaces, as its style sheets carry them. */
function fontRules(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.flatMap((rule) => (rule instanceof CSSFontFaceRule ? rule.cssText : [])).join("\n");
}

function sceneOf({ index, state, scheme, name }: Store, map: MapView): Scene {
  const { colorBy } = state.value;
  const { shapeColor } = COLOR_MODES[colorBy];
  return {
    ...map.scene(),
    name: name.value,
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
