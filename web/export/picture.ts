/**
 * The view as a picture: the map as it stands, with its names, and a legend beside it that is true to what is shown.
 */
import { SHAPES } from "../data/map-index.ts";
import { mix, toHex } from "../lib/color.ts";
import type { Point } from "../lib/geometry.ts";
import { BORDER_WIDTH } from "../map/background/land-layer.ts";
import { contourStyle } from "../map/background/contour-layer.ts";
import { nodeOnScreen } from "../map/camera/projection.ts";
import { LEADER_WIDTH } from "../map/names/region-text.ts";
import { edgeAlpha } from "../map/drawing/appearance.ts";
import { LAND_BEHIND_FOCUS } from "../map/map-picture.ts";
import type { DrawingSurface } from "./drawing-surface.ts";
import { drawLegend, LEGEND_WIDTH, PAD, type Scene } from "./picture-legend.ts";

/** Of what is in pixels already. */
const PIXELS = { scaleX: 1, shiftX: 0, scaleY: 1, shiftY: 0 };
/** Of what is not lit. */
const FADED = 0.14;

interface Size {
  readonly width: number;
  readonly height: number;
}

export function pictureSize({ view, insets, index }: Scene): Size {
  const legend = 2 * PAD + 190 + 24 * (SHAPES.length + 1) + 21 * 2 * index.topLevel.length;
  return {
    width: LEGEND_WIDTH + view.width - insets.left - insets.right + 2 * PAD,
    height: Math.max(view.height, legend),
  };
}

/** The smallest slide (16:9) that holds a picture. */
export function slideSize({ width, height }: Size): Size {
  const [across, down] = [16, 9];
  return {
    width: Math.max(width, Math.ceil((height * across) / down)),
    height: Math.max(height, Math.ceil((width * down) / across)),
  };
}

/** @param size what is wider than the picture is left free at both sides of the map. */
export function drawPicture(surface: DrawingSurface, scene: Scene, size: Size = pictureSize(scene)): void {
  const { width, height } = size;
  const shift = LEGEND_WIDTH + PAD - scene.insets.left + Math.round((width - pictureSize(scene).width) / 2);
  surface.rect(0, 0, width, height, toHex(scene.scheme.paper));
  // The map stands further to the right than on the screen.
  const shifted = { ...scene, view: { ...scene.view, shiftX: scene.view.shiftX + shift } };
  drawBackground(surface, shifted, shift);
  drawMarks(surface, shifted);
  drawNames(surface, scene, shift);
  surface.rect(0, 0, LEGEND_WIDTH, height, toHex(scene.scheme.paper));
  drawLegend(surface, scene);
}

/** @param shift pixels to the right of where the screen has what is in pixels */
function drawBackground(surface: DrawingSurface, scene: Scene, shift: number): void {
  const { view, scheme, focus, lands, ribbons, contours } = scene;
  for (const { rings, fill, line } of lands)
    surface.area(rings, view, { fill, line, width: BORDER_WIDTH, alpha: focus ? LAND_BEHIND_FOCUS : 1 });
  const moved = ({ x, y }: Point) => [x + shift, y] as const;
  for (const { from, bend, to, color, alpha, width } of ribbons) {
    const points = [...moved(from), ...moved(bend), ...moved(to)];
    surface.curve(points, PIXELS, { color, width, alpha: alpha * (focus ? LAND_BEHIND_FOCUS : 1) });
  }
  for (const contour of contours) {
    const style = contourStyle(contour, scheme);
    surface.curve(contour.points, view, { ...style, alpha: style.alpha * (focus ? 0.4 : 1) });
  }
}

function drawMarks(surface: DrawingSurface, scene: Scene): void {
  const { index, view, colorOf, focus, drawn } = scene;
  const at = (node: number) => nodeOnScreen(view, index, node);
  const faded = focus ? FADED : 1;
  for (const { source, target, strength } of scene.edges) {
    if (scene.edgesAlpha === 0 || !drawn(source) || !drawn(target)) continue;
    const across = index.community[source] !== index.community[target];
    const color = toHex(mix(colorOf(source), colorOf(target), 0.5));
    surface.line(at(source), at(target), color, edgeAlpha(across, strength) * faded * scene.edgesAlpha, 1);
  }
  for (let node = 0; node < index.count; node++) if (drawn(node)) drawMark(surface, scene, node, faded);
  if (!focus) return;
  const { center } = focus;
  const star = center === undefined ? [] : focus.nodes.map((node) => [center, node] as const);
  for (const [from, to] of focus.links ?? star) surface.line(at(from), at(to), toHex(colorOf(to)), 0.55, 1.2);
  for (const node of [...focus.nodes].reverse()) drawMark(surface, scene, node, 1);
}

function drawMark(surface: DrawingSurface, { index, view, scheme, colorOf }: Scene, node: number, alpha: number): void {
  const { x, y, radius } = nodeOnScreen(view, index, node);
  if (x < LEGEND_WIDTH - 20 || y < -20 || y > view.height + 20) return;
  const color = colorOf(node);
  const paper = node < index.papers;
  surface.mark(
    {
      shape: index.shape[node]!,
      x,
      y,
      radius: paper ? radius * 0.85 : radius,
      fill: toHex(paper ? mix(scheme.paper, color, 0.12) : color),
      line: toHex(paper ? color : scheme.paper),
      lineWidth: paper ? Math.max(1, radius * 0.3) : 0.7,
    },
    alpha,
  );
}

/** @param shift pixels to the right of where the screen has them. */
function drawNames(surface: DrawingSurface, { names, regions }: Scene, shift: number): void {
  for (const { lines, style } of names)
    for (const { text, left, top } of lines) surface.text(text, left + shift, top, style, 1);
  const moved = ({ x, y }: Point) => ({ x: x + shift, y });
  for (const { leader, style, alpha } of regions)
    if (leader) surface.line(moved(leader[0]), moved(leader[1]), style.color, alpha, LEADER_WIDTH);
  for (const { lines, style, alpha } of regions)
    for (const { text, left, top } of lines) surface.text(text, left + shift, top, style, alpha);
}
