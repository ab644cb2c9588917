/**
 * The map on the screen: Sigma with the nodes and edges, the picture under and over them, and what the mouse does.
 *
 * Hovering touches no node: the layer of marks fades as a whole and the neighbourhood is drawn over it, so the work per
 * hover is that of the neighbourhood, at any size of the map.
 */
import type Sigma from "sigma";
import type { MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import type { MapControl } from "../state/map-control.ts";
import type { Camera } from "../state/permalink.ts";
import type { Selection } from "../state/view-state.ts";
import type { MapScene } from "./scene.ts";
import { CameraMoves, centers, extent } from "./camera/camera-moves.ts";
import type { Box, Point } from "../lib/geometry.ts";
import type { Appearance } from "./drawing/appearance.ts";
import { HeldGraphs } from "./drawing/held-graph.ts";
import { lookOf, type Look } from "./drawing/look.ts";
import { openSigma } from "./drawing/open-sigma.ts";
import { evenly, MAX_HELD, visibleNodes } from "./drawing/visible-nodes.ts";
import { MapPicture } from "./map-picture.ts";
import type { PreparedMap } from "./prepared-map.ts";
import type { LabelRank } from "./names/label-rank.ts";
import { afterPicture, Motion } from "./scheduling.ts";
import { neighborTowards } from "./camera/neighbor-towards.ts";
import { NodeFinder } from "./pointer/node-finder.ts";
import { Pointer } from "./pointer/pointer.ts";
import { projectionOf, toMap, toScreen, type Insets } from "./camera/projection.ts";

export interface MapEvents {
  readonly onHover: (target: Selection | undefined) => void;
  readonly onClick: (target: Selection | undefined) => void;
  /** The camera has come to rest; undefined: where the whole map is in sight. */
  readonly onRest: (camera: Camera | undefined) => void;
  /** The graphics driver took the picture away: the map is to be opened anew. */
  readonly onLost: () => void;
}

/** From here on terms of few papers are drawn too. */
const NEAR_ZOOM = 2;
/** Above this many nodes no edges are drawn while the map moves. */
const MANY_NODES = 6000;
/** Pixels around a node that still count as it for the mouse. */
const HOVER_REACH = 2;
/** Milliseconds after the first picture until Sigma is given the nodes: the first answers go before. */
const SKETCHED = 350;
/** What is around the window is held too, as far as this share of its sides. */
const AROUND = 0.5;

export class MapView implements MapControl {
  /** Sizes are those of the present appearance. */
  #index: MapIndex;
  readonly #container: HTMLElement;
  readonly #picture: MapPicture;
  readonly #sigma: Sigma;
  readonly #held: HeldGraphs;
  /** What Sigma is given first. */
  readonly #importance: LabelRank;
  #look: Look;
  readonly #pointer: Pointer;
  /** Every move of the camera. */
  readonly moves: CameraMoves;
  #appearance: Appearance;
  /** Made when the mouse first asks for it: the first picture does not wait. */
  #finder: NodeFinder | undefined;
  /** What the cards leave of the window, as text. */
  #free = "";
  #frame = 0;
  /** Of the camera. Once it rests, Sigma is given what has come into sight. */
  readonly #motion = new Motion(() => {
    this.#hold();
    this.#onRest(this.moves.isHome ? undefined : this.moves.camera);
  });
  readonly #onRest: MapEvents["onRest"];
  /** Whether the first picture has been shown. */
  #shown = false;
  #killed = false;
  #filling: ReturnType<typeof setTimeout> | undefined;

  /** @throws Error where the browser has no WebGL. */
  constructor(
    container: HTMLElement,
    index: MapIndex,
    prepared: PreparedMap,
    appearance: Appearance,
    events: MapEvents,
  ) {
    this.#onRest = events.onRest;
    this.#index = index = { ...index, size: appearance.sizes };
    this.#container = container;
    this.#appearance = appearance;
    const box = extent(index);
    this.#picture = new MapPicture(container, index, prepared, appearance, (community) =>
      events.onClick({ kind: "community", community }),
    );
    const { rank, edges } = prepared;
    this.#importance = { ...rank, papers: evenly(index, rank.papers) };
    this.#look = this.#lookNow();
    this.#held = new HeldGraphs(index, edges);
    this.#picture.sketched = this.#importance;
    // It asks for the size of its box: the page is laid out here, once, with all that belongs on it. One node is enough for
    // its camera to work.
    this.#sigma = openSigma(this.#picture.stage, this.#held.hold(new Uint32Array(1)), centers(index), {
      look: () => this.#look,
      nodeAt: (pixel) => (this.#picture.sketched ? undefined : this.#nodeAt(pixel, HOVER_REACH)),
      hideEdgesOnMove: index.count > MANY_NODES,
    });
    this.moves = new CameraMoves(index, this.#sigma, box);
    this.#pointer = this.#bind(events);
    this.#fadeEdges();
    this.resize();
    afterPicture(() => {
      this.#shown = true;
      this.#filling = setTimeout(() => this.#hold(), SKETCHED);
    });
  }

  get index(): MapIndex {
    return this.#index;
  }

  /** Filters, theme or colours changed. */
  setAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    if (this.#index.size !== appearance.sizes) {
      this.#index = { ...this.#index, size: appearance.sizes };
      this.#finder = undefined;
    }
    this.#picture.dress(this.#index, appearance);
    this.#look = this.#lookNow();
    this.#sigma.scheduleRefresh();
    this.#hold();
  }

  setFocus(focus: Focus | undefined): void {
    this.#picture.focus = focus;
    this.#container.classList.toggle("focused", focus !== undefined);
    this.#schedule();
  }

  /** @param covers what lies over the map: no name is written there. */
  setInsets(insets: Insets, covers: readonly Box[]): void {
    const free = JSON.stringify([this.#sigma.getDimensions(), insets, covers]);
    if (free === this.#free) return;
    this.#free = free;
    this.#picture.covers = covers;
    this.#schedule();
    this.moves.insets = insets;
  }

  /** Whether the middle of a community is in the window. */
  sees(community: number): boolean {
    const middle = this.#picture.regions.middle(community);
    if (!middle) return false;
    const view = projectionOf(this.#sigma);
    const { x, y } = toScreen(view, middle);
    return x > 0 && x < view.width && y > 0 && y < view.height;
  }

  flyToCommunity(community: number, animated = true): void {
    const middle = this.#picture.regions.middle(community);
    if (middle) this.moves.flyToCircle(middle, animated);
  }

  /** The neighbour of a node that lies most in this direction on the screen (x to the right, y downwards). */
  neighborTowards(node: number, direction: Point): number | undefined {
    const positionOf = (other: number) => this.moves.positionOf(other);
    return neighborTowards(this.#index, node, direction, { positionOf, shown: this.#appearance.shown });
  }

  resize(): void {
    const { offsetWidth: width, offsetHeight: height } = this.#container;
    if (!this.#picture.resize(width, height, window.devicePixelRatio || 1)) return;
    this.#sigma.resize(true);
    // Later the frame that is about to be shown would miss its picture.
    if (!this.#shown) this.#sigma.scheduleRender();
    else this.#sigma.refresh();
  }

  /** The place of the map under a pixel, in the map's units. */
  placeAt(pixel: Point): Point {
    return toMap(projectionOf(this.#sigma), pixel);
  }

  /** Everything on the screen as data, for pictures. */
  scene(): MapScene {
    const { insets, edgesAlpha } = this.moves;
    return { ...this.#picture.scene(), view: projectionOf(this.#sigma), insets, edgesAlpha };
  }

  kill(): void {
    this.#killed = true;
    clearTimeout(this.#filling);
    this.#held.stop();
    this.#motion.stop();
    cancelAnimationFrame(this.#frame);
    this.#sigma.kill();
  }

  /** Nodes in and around the window, and what Sigma draws of them, in step with what is in sight. */
  #hold(): void {
    const { width, height } = this.#sigma.getDimensions();
    const view = projectionOf(this.#sigma);
    const a = toMap(view, { x: -AROUND * width, y: height + AROUND * height });
    const b = toMap(view, { x: width + AROUND * width, y: -AROUND * height });
    this.#held.holdSoon(this.#visible({ left: a.x, bottom: a.y, right: b.x, top: b.y }), (graph) => {
      this.#picture.sketched = undefined;
      this.#sigma.setGraph(graph);
      this.#pointer.again();
    });
    if (this.#index.count > MANY_NODES) this.#sigma.scheduleRender();
  }

  /** All of a map that is held as a whole; filters hide then. */
  #visible(box: Box): Uint32Array {
    if (this.#index.count <= MAX_HELD) return Uint32Array.from({ length: this.#index.count }, (_, node) => node);
    return visibleNodes(this.#index, this.#importance, box, (node) => this.#picture.drawn(node));
  }

  #nodeAt(pixel: Point, reach: number): number | undefined {
    this.#finder ??= new NodeFinder(this.#index);
    const graph = this.#sigma.getGraph();
    const isThere = (node: number): boolean =>
      this.#picture.drawn(node) && (this.#picture.sketched !== undefined || graph.hasNode(node));
    return this.#finder.at(pixel, reach, projectionOf(this.#sigma), isThere);
  }

  #lookNow(): Look {
    return lookOf(this.#index, this.#appearance, (node) => this.#picture.drawn(node));
  }

  #bind({ onHover, onClick, onLost }: MapEvents): Pointer {
    for (const canvas of Object.values(this.#sigma.getCanvases())) {
      canvas.addEventListener("webglcontextlost", () => {
        if (!this.#killed) onLost();
      });
    }
    this.#sigma.on("afterRender", () => this.#paint());
    this.#sigma.getCamera().on("updated", () => {
      this.#motion.move();
      this.#fadeEdges();
      if (!this.#picture.setNear(this.moves.zoom > NEAR_ZOOM)) return;
      this.#sigma.scheduleRefresh();
      this.#hold();
    });
    return new Pointer({
      index: this.#index,
      sigma: this.#sigma,
      nodeAt: (pixel, reach) => this.#nodeAt(pixel, reach),
      regions: this.#picture.regions,
      ribbonAt: (pixel) => this.#picture.ribbons.at(pixel, projectionOf(this.#sigma), this.moves.zoom),
      focus: () => this.#picture.focus,
      onClick,
      onHover: (target) => {
        this.#container.classList.toggle("over-name", target !== undefined);
        onHover(target);
      },
    });
  }

  #schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #fadeEdges(): void {
    this.#container.style.setProperty("--edges", this.moves.edgesAlpha.toFixed(2));
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#picture.paint(projectionOf(this.#sigma), this.moves.zoom);
  }
}
