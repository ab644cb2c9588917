/**
 * What the page asks of the map on the screen; `web/map/map-view.ts` does it. The state knows no more of the map than this.
 */
import type { Point } from "../lib/geometry.ts";
import type { Camera } from "./permalink.ts";

export interface MapControl {
  readonly moves: {
    /** Where the camera stands. */
    readonly camera: Camera;
    readonly goHome: () => void;
    readonly flyTo: (camera: Camera) => void;
    readonly zoomBy: (factor: number) => void;
    /** Pixels to the right and down. */
    readonly panBy: (dx: number, dy: number) => void;
    readonly flyToNode: (node: number) => void;
    /** Shows these nodes together. */
    readonly flyToNodes: (nodes: readonly number[]) => void;
    /** Brings a node into the free part of the window, if it is not there already. */
    readonly reveal: (node: number) => void;
  };
  /** Whether the middle of a community is in the window. */
  readonly sees: (community: number) => boolean;
  readonly flyToCommunity: (community: number) => void;
  /** The neighbour of a node that lies most in this direction on the screen (x to the right, y downwards). */
  readonly neighborTowards: (node: number, direction: Point) => number | undefined;
}
