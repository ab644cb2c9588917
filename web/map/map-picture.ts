/**
 * What is to be seen of the map under and over Sigma's nodes and edges: lands and lines of density below, the lit
 * neighbourhood and the names above. Knows where things stand only through the projection that it is given.
 */
import type { MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import type { MapScene } from "./scene.ts";
import { ContourLayer } from "./background/contour-layer.ts";
import { paintFocus } from "./focus-painter.ts";
import { LandLayer } from "./background/land-layer.ts";
import { drawRibbons, Ribbons, type RibbonLook } from "./background/ribbons.ts";
import { layer, plainContext, sizeLayer } from "./canvas.ts";
import { mix } from "../lib/color.ts";
import type { Box } from "../lib/geometry.ts";
import { Occupied } from "./names/label-placement.ts";
import { minPapersFar, type LabelRank } from "./names/label-rank.ts";
import type { Appearance } from "./drawing/appearance.ts";
import { drawSketch } from "./drawing/sketch.ts";
import { drawNames, marksOf, NameLayout, type LabelScene } from "./names/names.ts";
import type { PlacedName } from "./names/name-style.ts";
import type { Projection } from "./camera/projection.ts";
import type { PreparedMap } from "./prepared-map.ts";
import { ProvinceNames } from "./names/province-names.ts";
import { RegionNames } from "./names/region-names.ts";
import { drawRegionTexts } from "./names/region-text.ts";
import { TextWidths } from "./names/text-width.ts";

/** How strongly lands and marks are drawn while something is lit; the style sheet (`map.css`) has the same. */
export const LAND_BEHIND_FOCUS = 0.55;
const MARKS_BEHIND_FOCUS = 0.13;

export class MapPicture {
  /** Where Sigma draws. */
  readonly stage: HTMLElement;
  readonly regions: RegionNames;
  /** Lit, with its neighbourhood; the rest fades. */
  focus: Focus | undefined;
  /** What lies over the map: no name is written there. */
  covers: readonly Box[] = [];
  /** Whose marks are drawn here, most important first, as long as Sigma draws none. */
  sketched: Pick<LabelRank, "papers" | "terms"> | undefined;
  /** Sizes are those of the present appearance. */
  #index: MapIndex;
  #appearance: Appearance;
  readonly #prepared: PreparedMap;
  readonly #layout: NameLayout;
  readonly #labels: CanvasRenderingContext2D;
  readonly #lands: LandLayer;
  readonly #contours: ContourLayer;
  readonly #provinces: ProvinceNames;
  readonly ribbons: Ribbons;
  #ribbonLooks: readonly RibbonLook[] = [];
  #names: readonly PlacedName[] = [];
  /** Terms in fewer papers wait until one comes nearer. */
  readonly #minPapersFar: number;
  #near = false;

  /** @param index with the sizes of the appearance. */
  constructor(
    container: HTMLElement,
    index: MapIndex,
    prepared: PreparedMap,
    appearance: Appearance,
    onRegion: (community: number) => void,
  ) {
    this.#index = index;
    this.#appearance = appearance;
    this.#prepared = prepared;
    this.#minPapersFar = minPapersFar(index);
    const colorOf = (community: number) => index.communities.get(community)!.color;
    this.#lands = new LandLayer(container, prepared.lands, colorOf);
    this.#contours = new ContourLayer(container);
    this.stage = addBox(container, "stage");
    const over = addBox(container, "overlay");
    const widths = new TextWidths(plainContext(document.createElement("canvas"))!);
    this.#layout = new NameLayout(widths);
    this.#labels = plainContext(over.appendChild(layer("labels")))!;
    this.regions = new RegionNames(addBox(over, "region-names"), widths, index, this.#lands.lands, onRegion);
    this.ribbons = new Ribbons(index, (community) => this.regions.middle(community));
    this.#provinces = new ProvinceNames(widths, index, this.#lands.lands);
    this.#dressBackground();
  }

  /** Filters, theme, colours or sizes changed. @param index with the sizes of the appearance. */
  dress(index: MapIndex, appearance: Appearance): void {
    this.#index = index;
    this.#appearance = appearance;
    this.#dressBackground();
  }

  /** Semantic zoom: what only few papers name is there when one comes near. True where that changed what is drawn. */
  setNear(near: boolean): boolean {
    if (near === this.#near) return false;
    this.#near = near;
    return this.#minPapersFar !== 1;
  }

  /** False where the layers have this size already. @param ratio pixels of the canvas per pixel of the page. */
  resize(width: number, height: number, ratio: number): boolean {
    const { canvas } = this.#labels;
    const { style } = canvas;
    if (style.width === `${width}px` && style.height === `${height}px` && canvas.width === width * ratio) return false;
    sizeLayer(canvas, width, height, ratio);
    this.#labels.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#lands.resize(width, height, ratio);
    this.#contours.resize(ratio);
    // A first sight to size the names by: regions are wide there.
    this.regions.measure(Math.min(width, height));
    return true;
  }

  drawn(node: number): boolean {
    return (
      this.#appearance.shown[node] === 1 &&
      (this.#near || node < this.#index.papers || this.#index.weight[node]! >= this.#minPapersFar)
    );
  }

  /** @param zoom 1 when the whole map is in sight. */
  paint(view: Projection, zoom: number): void {
    this.#ribbonLooks = this.ribbons.looks(view, zoom);
    this.#lands.paint(view, (context) => {
      drawRibbons(context, this.#ribbonLooks);
      this.#sketch(context, view);
    });
    this.#contours.paint(view);
    const occupied = this.#free(view);
    const focus = this.focus;
    const { scheme, colorOf, shown } = this.#appearance;
    const focusedRegion =
      focus?.center === undefined && focus ? this.#index.community[focus.nodes[0] ?? -1] : undefined;
    this.regions.place(view, zoom, occupied, focus && { region: focusedRegion, behind: this.#free(view) });
    // What is lit has its own names.
    this.#provinces.place(
      view,
      focus ? 0 : zoom,
      occupied,
      marksOf({ index: this.#index, shown }, view),
      (region, name) => this.regions.says(region, name),
    );
    this.#labels.clearRect(0, 0, view.width, view.height);
    // Of a community what the map draws at this distance; of a neighbourhood all.
    const drawn = (node: number) => focus?.center !== undefined || this.drawn(node);
    if (focus) paintFocus(this.#labels, this.#index, focus, view, { scheme, colorOf, drawn });
    const { lands } = this.#lands;
    const scene: LabelScene = {
      ...{ index: this.#index, rank: this.#prepared.rank, shown, focus, scheme, colorOf, zoom },
      drawn: (node) => this.drawn(node),
      ownerAt: (place) => lands.ownerAt(place),
      // What is not lit lets the paper through.
      groundOf: (owner) => mix(scheme.paper, this.#lands.groundOf(owner), focus ? LAND_BEHIND_FOCUS : 1),
    };
    this.#names = this.#layout.place(scene, view, occupied);
    drawNames(this.#labels, this.#names);
    drawRegionTexts(this.#labels, this.#provinces.texts);
    drawRegionTexts(this.#labels, this.regions.texts);
  }

  /** Everything on the screen as data, for pictures; but for where it stands. */
  scene(): Omit<MapScene, "view" | "insets" | "edgesAlpha"> {
    const { shown, scheme, colorOf } = this.#appearance;
    return {
      index: this.#index,
      scheme,
      colorOf,
      shown,
      drawn: (node) => this.drawn(node),
      lands: this.#lands.lands.list.map(({ rings }, l) => ({ rings, ...this.#lands.styles[l]! })),
      ribbons: this.#ribbonLooks,
      contours: this.#contours.contours,
      edges: this.#prepared.edges,
      focus: this.focus,
      names: this.#names,
      regions: [...this.#provinces.texts, ...this.regions.texts],
    };
  }

  #sketch(context: CanvasRenderingContext2D, view: Projection): void {
    if (!this.sketched) return;
    // As faint as the style sheet has Sigma's marks then, on lands that let the paper through themselves.
    context.globalAlpha = this.focus ? MARKS_BEHIND_FOCUS / LAND_BEHIND_FOCUS : 1;
    drawSketch(context, this.#index, this.sketched, view, this.#appearance, (node) => this.drawn(node));
    context.globalAlpha = 1;
  }

  /** The window but for what lies over it. */
  #free({ width, height }: Projection): Occupied {
    const occupied = new Occupied(width, height);
    for (const cover of this.covers) occupied.add(cover);
    return occupied;
  }

  /** Background and names for the present appearance. */
  #dressBackground(): void {
    const { shown, scheme, neutral } = this.#appearance;
    this.regions.setScheme(scheme, neutral);
    this.#provinces.setScheme(scheme, neutral);
    this.regions.setShown(shown);
    this.#lands.dress(scheme, neutral);
    this.ribbons.dress(scheme, neutral);
    this.#contours.trace(this.#index, this.#appearance);
  }
}

function addBox(parent: HTMLElement, name: string): HTMLElement {
  const box = parent.appendChild(document.createElement("div"));
  box.className = name;
  return box;
}
