/**
 * The map on the screen: sigma draws nodes and the few standing edges; thin layers over and under it draw the ground,
 * the lit neighbourhood and the names.
 *
 * Hovering touches no node of sigma's: the two WebGL layers fade as a whole and the neighbourhood is drawn over them,
 * so the work per hover is that of the neighbourhood, at any size of the map.
 */
import Graph from "graphology";
import Sigma from "sigma";
import { backbone, type BackboneEdge } from "../data/backbone.ts";
import type { MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import { pair, sameSelection, type Selection } from "../state/view-state.ts";
import type { MapScene } from "../take-away/picture.ts";
import { mix, premultiplied, toHex, type Ground, type Rgb } from "./colors.ts";
import { distanceToBow, paintFocus } from "./focus-painter.ts";
import { drawNames, NameLayout, type PlacedName } from "./names.ts";
import { Occupied, type Box } from "./label-placement.ts";
import { leastFar, rankLabels } from "./label-rank.ts";
import { cameraFor, projectionOf, type Insets, type Projection } from "./projection.ts";
import { RegionNames } from "./region-names.ts";
import { NodeFinder } from "./node-finder.ts";
import { ShapeProgram, StandingEdgeProgram } from "./shape-program.ts";
import { paintTerritories, type Territories } from "./territories.ts";

export interface MapEvents {
  readonly onHover: (target: Selection | undefined) => void;
  readonly onClick: (target: Selection | undefined) => void;
  readonly onCamera: () => void;
}

export interface Appearance {
  readonly shown: Uint8Array;
  readonly ground: Ground;
  readonly colorOf: (node: number) => Rgb;
}

/** Standing edges per node, and at most. */
const EDGES_PER_NODE = 1.5;
const MOST_EDGES = 8000;
/** Distance in pixels at which a click or a finger still finds a node. */
const HOVER_REACH = 2;
const MOUSE_REACH = 6;
const TOUCH_REACH = 18;
/** Sigma answers these by reading its picture back; here they are answered otherwise, or not needed. */
const MOUSE_EVENTS = [
  "mousemove",
  "mousemovebody",
  "click",
  "rightClick",
  "doubleClick",
  "wheel",
  "mousedown",
  "mouseup",
  "mouseleave",
  "mouseenter",
] as const;
const TOUCH_EVENTS = ["touchdown", "touchup", "touchmove", "tap", "doubletap"] as const;
const CLOSEST = 0.012;
const NEAR_ZOOM = 2;
/** Free space around the map, of its longer side. */
const MARGIN = 0.025;

export class MapView {
  readonly #index: MapIndex;
  readonly #container: HTMLElement;
  readonly #sigma: Sigma;
  readonly #regions: RegionNames;
  readonly #events: MapEvents;
  readonly #rank;
  readonly #layout: NameLayout;
  readonly #labelLayer: CanvasRenderingContext2D;
  readonly #ground: HTMLCanvasElement;
  readonly #box: { left: number; right: number; bottom: number; top: number };
  #territories: Territories | undefined;
  #appearance: Appearance;
  #focus: Focus | undefined;
  #names: readonly PlacedName[] = [];
  #edges: readonly BackboneEdge[] = [];
  #covers: readonly Box[] = [];
  #insets: Insets = { left: 0, top: 0, right: 0, bottom: 0 };
  #frame = 0;
  #homeRatio = 1;
  readonly #finder: NodeFinder;
  /** Terms in fewer papers wait until one comes nearer. */
  readonly #leastFar: number;
  #near = false;
  #still = false;

  constructor(container: HTMLElement, index: MapIndex, appearance: Appearance, events: MapEvents) {
    this.#index = index;
    this.#container = container;
    this.#events = events;
    this.#appearance = appearance;
    this.#rank = rankLabels(index);
    this.#box = extent(index);
    this.#leastFar = leastFar(index);
    this.#finder = new NodeFinder(index, this.#box);
    this.#ground = container.appendChild(layer("territories"));
    const stage = container.appendChild(document.createElement("div"));
    stage.className = "stage";
    this.#sigma = new Sigma(this.#buildGraph(), stage, {
      renderLabels: false,
      defaultNodeType: "shape",
      defaultEdgeType: "line",
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: { line: StandingEdgeProgram },
      defaultDrawNodeHover: () => undefined,
      itemSizesReference: "positions",
      // Nodes grow more slowly than distances: room for names near by.
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.62,
      enableCameraRotation: false,
      minCameraRatio: CLOSEST,
      maxCameraRatio: 4,
      stagePadding: 0,
      hideEdgesOnMove: index.count > 6000,
      nodeReducer: (_, data) => this.#reduceNode(data["n"] as number),
      edgeReducer: (_, data) => this.#reduceEdge(data["a"] as number, data["b"] as number, data["strength"] as number),
    });
    const over = container.appendChild(document.createElement("div"));
    over.className = "overlay";
    this.#layout = new NameLayout(document.createElement("canvas").getContext("2d")!);
    this.#labelLayer = over.appendChild(layer("labels")).getContext("2d")!;
    const names = over.appendChild(document.createElement("div"));
    names.className = "region-names";
    this.#regions = new RegionNames(names, index, (community) => events.onClick({ kind: "community", community }));
    this.#bind();
    this.#dress();
    this.resize();
  }

  get index(): MapIndex {
    return this.#index;
  }

  /** Filters, theme or colours changed. */
  setAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#dress();
    this.#restyle();
  }

  setFocus(focus: Focus | undefined): void {
    this.#focus = focus;
    this.#container.classList.toggle("focused", focus !== undefined);
    this.#schedule();
  }

  /** @param covers what lies over the map: no name is written there. */
  setInsets(insets: Insets, covers: readonly Box[]): void {
    const before = this.#insets;
    const wasHome = near(this.camera, cameraFor(this.#sigma, this.#box, before, CLOSEST));
    this.#insets = insets;
    this.#covers = covers;
    this.#schedule();
    this.#homeRatio = cameraFor(this.#sigma, this.#box, insets, CLOSEST).ratio;
    // A whole map stays whole when a table rises from below; a panel at the side does not move what was clicked.
    if (wasHome && (before.bottom !== insets.bottom || before.top !== insets.top)) this.goHome();
  }

  /** No animation: for readers who asked for less motion, and for tests. */
  setStill(still: boolean): void {
    this.#still = still;
  }

  goHome(animated = true): void {
    this.#go(cameraFor(this.#sigma, this.#box, this.#insets, CLOSEST), animated);
  }

  flyToNode(node: number): void {
    const { x, y } = this.#index;
    const around = { left: x[node]!, right: x[node]!, bottom: y[node]!, top: y[node]! };
    const ratio = Math.min(this.#sigma.getCamera().ratio, this.#homeRatio / 3.2);
    this.#go(cameraFor(this.#sigma, around, this.#insets, ratio), true);
  }

  /** Shows these nodes together. */
  flyToNodes(nodes: readonly number[]): void {
    const { x, y } = this.#index;
    const xs = nodes.map((node) => x[node]!);
    const ys = nodes.map((node) => y[node]!);
    const box = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
    const margin = 0.25 * Math.max(box.right - box.left, box.top - box.bottom);
    const wide = {
      left: box.left - margin,
      right: box.right + margin,
      bottom: box.bottom - margin,
      top: box.top + margin,
    };
    this.#go(cameraFor(this.#sigma, wide, this.#insets, this.#homeRatio / 4), true);
  }

  /** Brings a node into the free part of the window, if it is not there already. */
  reveal(node: number): void {
    const { x, y } = this.positionOf(node);
    const { width, height } = this.#sigma.getDimensions();
    const { left, top, right, bottom } = this.#insets;
    if (x > left + 20 && x < width - right - 20 && y > top + 20 && y < height - bottom - 20) return;
    const at = {
      left: this.#index.x[node]!,
      right: this.#index.x[node]!,
      bottom: this.#index.y[node]!,
      top: this.#index.y[node]!,
    };
    this.#go(cameraFor(this.#sigma, at, this.#insets, this.#sigma.getCamera().ratio), true);
  }

  flyToCommunity(community: number, animated = true): void {
    const middle = this.#regions.middle(community);
    if (!middle) return;
    const { x, y, reach } = middle;
    const box = { left: x - reach, right: x + reach, bottom: y - reach, top: y + reach };
    this.#go(cameraFor(this.#sigma, box, this.#insets, CLOSEST), animated);
  }

  zoomBy(factor: number): void {
    const camera = this.#sigma.getCamera();
    const { width, height } = this.#sigma.getDimensions();
    const { left, top, right, bottom } = this.#insets;
    const middle = { x: (left + width - right) / 2, y: (top + height - bottom) / 2 };
    this.#go(this.#sigma.getViewportZoomedState(middle, camera.getBoundedRatio(camera.ratio / factor)), true);
  }

  panBy(dx: number, dy: number): void {
    const { width, height } = this.#sigma.getDimensions();
    const a = this.#sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 });
    const b = this.#sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
    const state = this.#sigma.getCamera().getState();
    this.#go({ ...state, x: state.x + b.x - a.x, y: state.y + b.y - a.y }, true);
  }

  get camera(): { x: number; y: number; ratio: number } {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return { x, y, ratio };
  }

  set camera(state: { x: number; y: number; ratio: number }) {
    this.#sigma.getCamera().setState({ ...state, angle: 0 });
  }

  /** Where a node stands in the window; for tests and for walking by keys. */
  positionOf(node: number): { x: number; y: number } {
    return this.#sigma.graphToViewport({ x: this.#index.x[node]!, y: this.#index.y[node]! });
  }

  /** Nodes whose names stand on the screen. */
  get named(): readonly number[] {
    return this.#names.map(({ node }) => node);
  }

  resize(): void {
    const { offsetWidth: width, offsetHeight: height } = this.#container;
    const ratio = window.devicePixelRatio || 1;
    const context = this.#labelLayer;
    context.canvas.width = width * ratio;
    context.canvas.height = height * ratio;
    context.canvas.style.width = `${width}px`;
    context.canvas.style.height = `${height}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    // A first sight to size the names by: regions are wide there.
    this.#regions.measure(Math.min(width, height));
    this.#sigma.resize(true);
    this.#sigma.refresh();
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
      insets: this.#insets,
      territories: this.#territories && { box: this.#territories, image: this.#ground },
      edges: this.#edges,
      focus: this.#focus,
      names: this.#names,
      regions: this.#regions.texts(toHex(ground.paper)),
    };
  }

  /** The neighbour of a node that lies most in this direction on the screen (x to the right, y downwards). */
  neighborTowards(node: number, direction: { readonly x: number; readonly y: number }): number | undefined {
    const { start, neighbor } = this.#index;
    const from = this.positionOf(node);
    let best: number | undefined;
    let least = Infinity;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const other = neighbor[i]!;
      if (!this.#appearance.shown[other]) continue;
      const to = this.positionOf(other);
      const distance = Math.hypot(to.x - from.x, to.y - from.y);
      const along = ((to.x - from.x) * direction.x + (to.y - from.y) * direction.y) / Math.max(1e-9, distance);
      // Within 60° of the direction; nearer and straighter is better.
      if (along > 0.5 && distance / along < least) {
        least = distance / along;
        best = other;
      }
    }
    return best;
  }

  kill(): void {
    cancelAnimationFrame(this.#frame);
    this.#sigma.kill();
  }

  #buildGraph(): Graph {
    const index = this.#index;
    const graph = new Graph({ type: "undirected", allowSelfLoops: false });
    for (let node = 0; node < index.count; node++) {
      graph.addNode(String(node), { n: node, x: index.x[node], y: index.y[node], size: index.size[node] });
    }
    const limit = Math.min(MOST_EDGES, Math.round(EDGES_PER_NODE * index.count));
    this.#edges = backbone(index, limit).filter(({ source, target }) => source !== target);
    this.#edges.forEach(({ source, target, strength }, i) => {
      // A key of our own: making one up costs more than the edge.
      graph.addUndirectedEdgeWithKey(String(i), String(source), String(target), { a: source, b: target, strength });
    });
    return graph;
  }

  /** Looks of all nodes and edges again; places and sizes stay. */
  #restyle(): void {
    const graph = this.#sigma.getGraph();
    this.#sigma.refresh({
      skipIndexation: true,
      partialGraph: { nodes: graph.nodes(), edges: graph.edges() },
      schedule: true,
    });
  }

  /** Semantic zoom: what only one paper names is there when one comes near. */
  #followZoom(): void {
    const near = this.#homeRatio / this.#sigma.getCamera().ratio > NEAR_ZOOM;
    if (near === this.#near) return;
    this.#near = near;
    if (this.#leastFar > 1) this.#restyle();
  }

  #drawn(node: number): boolean {
    return (
      this.#appearance.shown[node] === 1 &&
      (this.#near || node < this.#index.papers || this.#index.weight[node]! >= this.#leastFar)
    );
  }

  #reduceNode(node: number) {
    const { ground, colorOf } = this.#appearance;
    const color = colorOf(node);
    const paper = node < this.#index.papers;
    return {
      x: this.#index.x[node]!,
      y: this.#index.y[node]!,
      size: this.#index.size[node]!,
      shape: this.#index.shape[node]!,
      hidden: !this.#drawn(node),
      color: toHex(paper ? mix(ground.paper, color, 0.75) : mix(ground.paper, color, 0.3)),
      fill: toHex(paper ? mix(ground.paper, color, 0.12) : color),
      label: null,
    };
  }

  #reduceEdge(source: number, target: number, strength: number) {
    const { colorOf } = this.#appearance;
    // Edges inside a community hold it together; those between are many and long, and step back.
    const across = this.#index.community[source] !== this.#index.community[target];
    const alpha = (across ? 0.08 : 0.2) + (across ? 0.1 : 0.3) * Math.min(1, strength);
    return {
      hidden: !this.#drawn(source) || !this.#drawn(target),
      color: premultiplied(mix(colorOf(source), colorOf(target), 0.5), alpha),
      size: 1,
    };
  }

  /** Ground, names and page colours for the present appearance. */
  #dress(): void {
    const { shown, ground } = this.#appearance;
    this.#regions.setGround(ground);
    this.#regions.setShown(shown);
    this.#territories = paintTerritories(this.#index, shown, ground);
    const context = this.#ground.getContext("2d");
    if (!this.#territories || !context) return;
    const { width, height, rgba } = this.#territories;
    this.#ground.width = width;
    this.#ground.height = height;
    context.putImageData(new ImageData(rgba, width, height), 0, 0);
  }

  /** Sigma keeps moving the camera; what lies under the mouse is asked of the grid instead of its picture. */
  #bind(): void {
    const sigma = this.#sigma;
    const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()];
    for (const event of MOUSE_EVENTS) mouse.removeAllListeners(event);
    for (const event of TOUCH_EVENTS) touch.removeAllListeners(event);
    mouse.on("mousemove", ({ x, y }) => this.#moveTo(x, y));
    mouse.on("mouseleave", () => this.#hover(undefined));
    mouse.on("click", ({ x, y }) => this.#clickAt(x, y, MOUSE_REACH));
    touch.on("tap", ({ touches, previousTouches }) => {
      const place = touches[0] ?? previousTouches[0];
      if (place) this.#clickAt(place.x, place.y, TOUCH_REACH);
    });
    sigma.on("afterRender", () => this.#paint());
    sigma.getCamera().on("updated", () => {
      this.#followZoom();
      this.#events.onCamera();
    });
  }

  #hovered: Selection | undefined;

  #moveTo(x: number, y: number): void {
    const node = this.#finder.at(x, y, HOVER_REACH, projectionOf(this.#sigma), (other) => this.#drawn(other));
    if (node !== undefined) this.#hover({ kind: "node", node });
    else {
      // Names let the mouse through: whether it is over one is asked here. While all else is faded they do not count.
      const community = this.#focus && this.#hovered?.kind !== "community" ? undefined : this.#regions.at(x, y);
      this.#hover(community === undefined ? undefined : { kind: "community", community });
    }
  }

  #hover(target: Selection | undefined): void {
    if (sameSelection(target, this.#hovered)) return;
    this.#hovered = target;
    this.#container.classList.toggle("over-name", target !== undefined);
    this.#events.onHover(target);
  }

  #clickAt(x: number, y: number, reach: number): void {
    const node = this.#finder.at(x, y, reach, projectionOf(this.#sigma), (other) => this.#drawn(other));
    const across = node === undefined ? this.#litEdgeAt(x, y, reach) : undefined;
    const community = this.#regions.at(x, y);
    if (node !== undefined) this.#events.onClick({ kind: "node", node });
    else if (across !== undefined) this.#events.onClick(pair(this.#focus!.center!, across));
    else this.#events.onClick(community === undefined ? undefined : { kind: "community", community });
  }

  /** The far end of the lit edge under the mouse. */
  #litEdgeAt(x: number, y: number, reach: number): number | undefined {
    const { center, nodes } = this.#focus ?? {};
    if (center === undefined || !nodes || this.#focus?.links) return undefined;
    const view = projectionOf(this.#sigma);
    const at = (node: number) => ({
      x: this.#index.x[node]! * view.scaleX + view.shiftX,
      y: this.#index.y[node]! * view.scaleY + view.shiftY,
    });
    const from = at(center);
    let best: number | undefined;
    let least = reach;
    for (const node of nodes) {
      const distance = node === center ? Infinity : distanceToBow(from, at(node), { x, y });
      if (distance < least) {
        least = distance;
        best = node;
      }
    }
    return best;
  }

  #schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const view = projectionOf(this.#sigma);
    this.#stretchGround(view);
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
    const zoom = this.#homeRatio / this.#sigma.getCamera().ratio;
    const scene = { index: this.#index, rank: this.#rank, shown, focus, ground, colorOf, zoom };
    this.#names = this.#layout.place(scene, view, occupied);
    drawNames(this.#labelLayer, this.#names);
  }

  #stretchGround(view: Projection): void {
    const ground = this.#territories;
    if (!ground) return;
    const left = ground.left * view.scaleX + view.shiftX;
    const top = ground.top * view.scaleY + view.shiftY;
    const sx = ((ground.right - ground.left) * view.scaleX) / ground.width;
    const sy = ((ground.bottom - ground.top) * view.scaleY) / ground.height;
    this.#ground.style.transform = `translate(${left}px, ${top}px) scale(${sx}, ${sy})`;
  }

  #go(state: { x: number; y: number; ratio: number; angle?: number }, animated: boolean): void {
    const camera = this.#sigma.getCamera();
    if (this.#still || !animated) camera.setState({ ...state, angle: 0 });
    else void camera.animate({ ...state, angle: 0 }, { duration: 450, easing: "cubicInOut" });
  }
}

function near(a: { x: number; y: number; ratio: number }, b: { x: number; y: number; ratio: number }): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.ratio - b.ratio) < 1e-3;
}

function layer(name: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = `layer-${name}`;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

function extent(index: MapIndex) {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (let node = 0; node < index.count; node++) {
    const r = index.size[node]!;
    box.left = Math.min(box.left, index.x[node]! - r);
    box.right = Math.max(box.right, index.x[node]! + r);
    box.bottom = Math.min(box.bottom, index.y[node]! - r);
    box.top = Math.max(box.top, index.y[node]! + r);
  }
  if (!Number.isFinite(box.left)) return { left: -1, right: 1, bottom: -1, top: 1 };
  const margin = MARGIN * Math.max(box.right - box.left, box.top - box.bottom);
  return { left: box.left - margin, right: box.right + margin, bottom: box.bottom - margin, top: box.top + margin };
}
