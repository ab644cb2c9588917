/**
 * The map on the screen: the picture, the camera that Sigma moves, and what the mouse does.
 *
 * Hovering touches no node: the layer of marks fades as a whole and the neighbourhood is drawn over it, so the work per
 * hover is that of the neighbourhood, at any size of the map.
 */
import type Sigma from "sigma";
import type { MapIndex } from "../data/map-index.ts";
import type { Focus } from "../state/focus.ts";
import type { MapControl } from "../state/map-control.ts";
import type { Selection } from "../state/view-state.ts";
import type { MapScene } from "./scene.ts";
import { CameraMoves, centers, extent } from "./camera/camera-moves.ts";
import type { Box, Point } from "../lib/geometry.ts";
import type { Appearance } from "./marks/drawn-columns.ts";
import { MapPicture } from "./map-picture.ts";
import { afterPicture, Motion } from "./scheduling.ts";
import { neighborTowards } from "./camera/neighbor-towards.ts";
import { NodeFinder } from "./pointer/node-finder.ts";
import { openSigma } from "./camera/open-sigma.ts";
import { Pointer } from "./pointer/pointer.ts";
import { projectionOf, toScreen, type Insets } from "./camera/projection.ts";

export interface MapEvents {
  readonly onHover: (target: Selection | undefined) => void;
  readonly onClick: (target: Selection | undefined) => void;
  /** The browser has no WebGL: the map cannot stay. */
  readonly onMissing: () => void;
}

/** From here on terms of few papers are drawn too. */
const NEAR_ZOOM = 2;
/** Above this many nodes only the strongest edges are drawn while the map moves. */
const MANY_NODES = 6000;
const MOVING_EDGES = 1500;

export class MapView implements MapControl {
  /** Sizes are those of the present appearance. */
  #index: MapIndex;
  readonly #container: HTMLElement;
  readonly #picture: MapPicture;
  readonly #sigma: Sigma;
  /** Every move of the camera. */
  readonly moves: CameraMoves;
  #appearance: Appearance;
  /** Made when the mouse first asks for it: the first picture does not wait. */
  #finder: NodeFinder | undefined;
  /** What the cards leave of the window, as text. */
  #free = "";
  #frame = 0;
  /** Of the camera. Once it rests, what was left out while it moved is drawn. */
  readonly #motion = new Motion(() => {
    if (this.#index.count > MANY_NODES) this.#sigma.scheduleRender();
  });
  readonly #onMissing: () => void;
  /** Whether the first picture has been shown. */
  #shown = false;
  #webGlAsked = false;
  #killed = false;

  constructor(container: HTMLElement, index: MapIndex, appearance: Appearance, events: MapEvents) {
    this.#index = index = { ...index, size: appearance.sizes };
    this.#container = container;
    this.#onMissing = events.onMissing;
    this.#appearance = appearance;
    const box = extent(index);
    this.#picture = new MapPicture(container, index, appearance, (community) =>
      events.onClick({ kind: "community", community }),
    );
    // It asks for the size of its box: the page is laid out here, once, with all that belongs on it.
    this.#sigma = openSigma(centers(index), this.#picture.stage);
    this.moves = new CameraMoves(index, this.#sigma, box);
    this.#bind(events);
    this.resize();
    afterPicture(() => (this.#shown = true));
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
    this.#sigma.scheduleRender();
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

  /** To be called when there is nothing more urgent: what makes the map smoother and finer, and holds it up for a while. */
  refine(): void {
    if (this.#killed) return;
    this.#openWebGl();
    this.#picture.startRefining();
  }

  /** Everything on the screen as data, for pictures. */
  scene(): MapScene {
    return { ...this.#picture.scene(), view: projectionOf(this.#sigma), insets: this.moves.insets };
  }

  kill(): void {
    this.#killed = true;
    this.#motion.stop();
    this.#picture.kill();
    cancelAnimationFrame(this.#frame);
    this.#sigma.kill();
  }

  /** Where there is no graphics card this takes a third of a second. The first move of the camera does not wait for more. */
  #openWebGl(): void {
    if (this.#webGlAsked) return;
    this.#webGlAsked = true;
    if (this.#picture.openWebGl()) this.#paintMarks();
    else this.#onMissing();
    performance.mark("webgl");
  }

  #bind({ onHover, onClick }: MapEvents): void {
    new Pointer({
      index: this.#index,
      sigma: this.#sigma,
      finder: () => (this.#finder ??= new NodeFinder(this.#index)),
      regions: this.#picture.regions,
      focus: () => this.#picture.focus,
      drawn: (node) => this.#picture.drawn(node),
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
      if (this.#shown) this.#openWebGl();
      this.#motion.move();
      if (this.#picture.setNear(this.moves.zoom > NEAR_ZOOM)) this.#sigma.scheduleRender();
    });
  }

  #schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paintMarks(): void {
    const thin = this.#motion.moving && this.#index.count > MANY_NODES;
    this.#picture.paintMarks(projectionOf(this.#sigma), thin ? MOVING_EDGES : Infinity);
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#picture.paint(projectionOf(this.#sigma), this.moves.zoom);
  }
}
