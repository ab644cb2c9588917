/**
 * Writes names of regions and provinces on a canvas.
 */
import type { RegionText } from "../scene.ts";
import { fontOf } from "./name-style.ts";
import { HALO } from "./region-wordings.ts";

export function drawRegionTexts(context: CanvasRenderingContext2D, texts: readonly RegionText[]): void {
  for (const { lines, style, alpha } of texts) {
    context.globalAlpha = alpha;
    context.font = fontOf(style);
    context.lineWidth = HALO;
    context.strokeStyle = style.halo;
    context.fillStyle = style.color;
    // All halos first: that of a line does not cut into the line above.
    for (const { text, left, top } of lines) context.strokeText(text, left, top);
    for (const { text, left, top } of lines) context.fillText(text, left, top);
  }
  context.globalAlpha = 1;
}
