/**
 * Writes names of regions and provinces on a canvas.
 */
import type { RegionText } from "../scene.ts";
import { fontOf } from "./name-style.ts";
import { HALO } from "./region-wordings.ts";

export function drawRegionTexts(context: CanvasRenderingContext2D, texts: readonly RegionText[]): void {
  for (const { lines, style, alpha, leader } of texts) {
    context.globalAlpha = alpha;
    if (leader) drawLeader(context, leader, style.color);
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

/** Of the line, in pixels. */
export const LEADER_WIDTH = 1;

function drawLeader(
  context: CanvasRenderingContext2D,
  [from, to]: NonNullable<RegionText["leader"]>,
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = LEADER_WIDTH;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}
