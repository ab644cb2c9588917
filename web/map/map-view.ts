/**
 * The map on the screen: one layer holds the nodes and the few standing edges; thin layers over and under it hold the
 * ground, the lit neighbourhood and the names. Sigma moves the camera.
 *
 * Hovering touches no node: the layer fades as a whole and the neighbourhood is drawn over it, so the work per hover is
 * that of the neighbourhood, at any size of the map.
 */
import type Sigma from "sigma";
import { backbone, type BackboneEdge } from "../data/backbone.ts";
import type { MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import type { Selection } from "../state/view-state.ts";
import type { MapScene } from "../take-away/picture.ts";
import { CameraMoves, centers, extent } from "./camera-moves.ts";
import { paintFocus } from "./focus-painter.ts";
import { ContourLayer } from "./contour-layer.ts";
import { GroundLayer, layer, plainContext, sizeLayer } from "./ground-layer.ts";
import { looksOf, standingEdges, type Appearance, type Looks } from "./looks.ts";
import { MarkLayer } from "./mark-layer.ts";
import { drawNames, NameLayout, type PlacedName } from "./names.ts";
import { Occupied, type Box } from "./label-placement.ts";
import { leastFar, rankLabels } from "./label-rank.ts";
import { afterPicture, Motion } from "./moments.ts";
import { neighborTowards } from "./neighbor-towards.ts";
import { Pointer } from "./pointer.ts";
import { projectionOf, type Insets } from "./projection.ts";
import { RegionNames } from "./region-names.ts";
import { NodeFinder } from "./node-finder.ts";
import { openSigma } from "./open-sigma.ts";
import { TextWidths } from "./text-width.ts";

export interface MapEvents {
  readonly onHover: (target: Selection | undefined) => void;
  readonly onClick: (target: Selection | undefined) => void;
  readonly onCamera: () => void;
  /** The browser has no WebGL: the map cannot stay. */
  readonly onMissing: () => void;
}

/** From here on terms of few papers are drawn too. */
const NEAR_ZOOM = 2;
/** Above this many nodes only the strongest edges are drawn while the map moves. */
const MANY_NODES = 6000;
const MOVING_EDGES = 1500;

export class MapView {
  /** Sizes are those of the present appearance. */
  #index: MapIndex;
  readonly #container: HTMLElement;
  readonly #sigma: Sigma;
  readonly #regions: RegionNames;
  readonly #rank;
  readonly #layout: NameLayout;
  readonly #labelLayer: CanvasRenderingContext2D;
  readonly #ground: GroundLayer;
  readonly #contours: ContourLayer;
  readonly #marks: MarkLayer;
  /** Every move of the camera. */
  readonly moves: CameraMoves;
  #appearance: Appearance;
  #focus: Focus | undefined;
  #names: readonly PlacedName[] = [];
  readonly #edges: readonly BackboneEdge[];
  #covers: readonly Box[] = [];
  /** What the cards leave of the window, as text. */
  #free = "";
  #frame = 0;
  #finder: NodeFinder;
  /** Terms in fewer papers wait until one comes nearer. */
  readonly #leastFar: number;
  #near = false;
  /** Of the camera. Once it rests, what was left out while it moved is drawn. */
  readonly #motion = new Motion(() => {
    if (this.#index.count > MANY_NODES) this.#sigma.scheduleRender();
  });
  #killed = false;
  /** Whether the first picture has been shown. */
  #pictured = false;
  #webGlAsked = false;
  readonly #onMissing: () => void;

  constructor(container: HTMLElement, index: MapIndex, appearance: Appearance, events: MapEvents) {
    this.#index = index = { ...index, size: appearance.sizes };
    this.#container = container;
    this.#onMissing = events.onMissing;
    this.#appearance = appearance;
    this.#rank = rankLabels(index);
    const box = extent(index);
    this.#leastFar = leastFar(index);
    this.#finder = new NodeFinder(index, box);
    this.#ground = new GroundLayer(container);
    this.#contours = new ContourLayer(container);
    const stage = addBox(container, "stage");
    this.#edges = backbone(index, standingEdges(index)).filter(({ source, target }) => source !== target);
    this.#marks = new MarkLayer(stage, index, this.#looks());
    const over = addBox(container, "overlay");
    const widths = new TextWidths(plainContext(document.createElement("canvas"))!);
    this.#layout = new NameLayout(widths);
    this.#labelLayer = plainContext(over.appendChild(layer("labels")))!;
    const names = addBox(over, "region-names");
    this.#regions = new RegionNames(names, this.#labelLayer, widths, index, (community) =>
      events.onClick({ kind: "community", community }),
    );
    // It asks for the size of its box: the page is laid out here, once, with all that belongs on it.
    this.#sigma = openSigma(centers(index), stage);
    this.moves = new CameraMoves(index, this.#sigma, box);
    this.#bind(events);
    this.#dressGround();
    this.resize();
    afterPicture(() => (this.#pictured = true));
  }

  get index(): MapIndex {
    return this.#index;
  }

  /** Filters, theme or colours changed. */
  setAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    if (this.#index.size !== appearance.sizes) {
      this.#index = { ...this.#index, size: appearance.sizes };
      this.#finder = new NodeFinder(this.#index, extent(this.#index));
    }
    this.#dressGround();
    this.#dressMarks();
  }

  setFocus(focus: Focus | undefined): void {
    this.#focus = focus;
    this.#container.classList.toggle("focused", focus !== undefined);
    this.#schedule();
  }

  /** @param covers what lies over the map: no name is written there. */
  setInsets(insets: Insets, covers: readonly Box[]): void {
    const free = JSON.stringify([this.#sigma.getDimensions(), insets, covers]);
    if (free === this.#free) return;
    this.#free = free;
    this.#covers = covers;
    this.#schedule();
    this.moves.insets = insets;
  }

  flyToCommunity(community: number, animated = true): void {
    const middle = this.#regions.middle(community);
    if (middle) this.moves.flyToCircle(middle, animated);
  }

  /** The neighbour of a node that lies most in this direction on the screen (x to the right, y downwards). */
  neighborTowards(node: number, direction: { readonly x: number; readonly y: number }): number | undefined {
    const positionOf = (other: number) => this.moves.positionOf(other);
    return neighborTowards(this.#index, node, direction, { positionOf, shown: this.#appearance.shown });
  }

  /** Nodes whose names stand on the screen. */
  get named(): readonly number[] {
    return this.#names.map(({ node }) => node);
  }

  resize(): void {
    const { offsetWidth: width, offsetHeight: height } = this.#container;
    const ratio = window.devicePixelRatio || 1;
    const context = this.#labelLayer;
    const { canvas } = context;
    const first = canvas.style.width === "";
    if (canvas.style.width === `${width}px` && canvas.style.height === `${height}px` && canvas.width === width * ratio)
      return;
    sizeLayer(canvas, width, height, ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#contours.resize(ratio);
    this.#marks.resize(width, height, ratio);
    // A first sight to size the names by: regions are wide there.
    this.#regions.measure(Math.min(width, height));
    this.#sigma.resize(true);
    // Later the frame that is about to be shown would miss its picture.
    if (first) this.#sigma.scheduleRender();
    else this.#sigma.refresh();
  }

  /** To be called when there is nothing more urgent: what makes the map smoother and finer, and holds it up for a while. */
  refine(): void {
    if (this.#killed) return;
    this.#openWebGl();
    this.#ground.startRefining();
  }

  /** Everything on the screen as data, for pictures. */
  scene(): MapScene {
    const { shown, ground, colorOf } = this.#appearance;
    return {
      index: this.#index,
      ground,
      colorOf,
      shown,
      drawn: (node) => this.#drawn(node),
      view: projectionOf(this.#sigma),
      insets: this.moves.insets,
      territories: this.#ground.picture,
      contours: this.#contours.contours,
      edges: this.#edges,
      focus: this.#focus,
      names: this.#names,
      regions: this.#regions.texts,
    };
  }

  kill(): void {
    this.#killed = true;
    this.#motion.stop();
    this.#ground.kill();
    cancelAnimationFrame(this.#frame);
    this.#sigma.kill();
  }

  /** Where there is no graphics card this takes a third of a second. The first move of the camera does not wait for more. */
  #openWebGl(): void {
    if (this.#webGlAsked) return;
    this.#webGlAsked = true;
    if (this.#marks.openWebGl()) this.#paintMarks();
    else this.#onMissing();
    performance.mark("webgl");
  }

  #looks(): Looks {
    return looksOf(this.#index, this.#edges, this.#appearance, (node) => this.#drawn(node));
  }

  /** Looks of all nodes and edges again. */
  #dressMarks(): void {
    this.#marks.dress(this.#index, this.#looks());
    this.#sigma.scheduleRender();
  }

  #paintMarks(): void {
    const thin = this.#motion.moving && this.#index.count > MANY_NODES;
    this.#marks.paint(projectionOf(this.#sigma), thin ? MOVING_EDGES : Infinity);
  }

  /** Semantic zoom: what only one paper names is there when one comes near. */
  #followZoom(): void {
    const near = this.moves.zoom > NEAR_ZOOM;
    if (near === this.#near) return;
    this.#near = near;
    if (this.#leastFar > 1) this.#dressMarks();
  }

  #drawn(node: number): boolean {
    return (
      this.#appearance.shown[node] === 1 &&
      (this.#near || node < this.#index.papers || this.#index.weight[node]! >= this.#leastFar)
    );
  }

  /** Ground, names and page colours for the present appearance. */
  #dressGround(): void {
    const { shown, ground } = this.#appearance;
    this.#regions.setGround(ground);
    this.#regions.setShown(shown);
    this.#ground.paint(this.#index, shown, ground);
    this.#contours.trace(this.#index, this.#appearance);
  }

  #bind({ onHover, onClick, onCamera }: MapEvents): void {
    new Pointer({
      index: this.#index,
      sigma: this.#sigma,
      finder: () => this.#finder,
      regions: this.#regions,
      focus: () => this.#focus,
      drawn: (node) => this.#drawn(node),
      onClick,
      onHover: (target) => {
        this.#container.classList.toggle("over-name", target !== undefined);
        onHover(target);
      },
    });
    this.#sigma.on("afterRender", () => {
      this.#paintMarks();
      this.#paint();
    });
    this.#sigma.getCamera().on("updated", () => {
      if (this.#pictured) this.#openWebGl();
      this.#motion.move();
      this.#followZoom();
      onCamera();
    });
  }

  #schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const view = projectionOf(this.#sigma);
    this.#ground.stretch(view);
    this.#contours.paint(view);
    const occupied = new Occupied(view.width, view.height);
    for (const cover of this.#covers) occupied.add(cover);
    const focus = this.#focus;
    const { ground, colorOf, shown } = this.#appearance;
    const focusedRegion =
      focus?.center === undefined && focus ? this.#index.community[focus.nodes[0] ?? -1] : undefined;
    this.#regions.place(view, occupied, focus && { region: focusedRegion });
    this.#labelLayer.clearRect(0, 0, view.width, view.height);
    // Of a community what the map draws at this distance; of a neighbourhood all.
    const drawn = (node: number) => focus?.center !== undefined || this.#drawn(node);
    if (focus) paintFocus(this.#labelLayer, this.#index, focus, view, { ground, colorOf, drawn });
    const scene = { index: this.#index, rank: this.#rank, shown, focus, ground, colorOf, zoom: this.moves.zoom };
    this.#names = this.#layout.place(scene, view, occupied);
    drawNames(this.#labelLayer, this.#names);
    this.#regions.write();
  }
}

function addBox(parent: HTMLElement, name: string): HTMLElement {
  const box = parent.appendChild(document.createElement("div"));
  box.className = name;
  return box;
}
