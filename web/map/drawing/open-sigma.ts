/**
 * Sigma with this map's settings: it draws nodes and standing edges, moves the camera and tells what lies under the mouse.
 */
import Graph, { type UndirectedGraph } from "graphology";
import Sigma from "sigma";
import type { Box, Point } from "../../lib/geometry.ts";
import { CLOSEST } from "../camera/camera-moves.ts";
import type { HeldEdge, HeldNode } from "./held-graph.ts";
import type { Look } from "./look.ts";
import { MarkProgram } from "./mark-program.ts";
import { NoProgram } from "./no-program.ts";
import { TieProgram } from "./tie-program.ts";

/** What Sigma asks of the map. */
export interface Shown {
  /** Looks of the moment; `refresh` asks again. */
  readonly look: () => Look;
  /** The node under a pixel. */
  readonly nodeAt: (pixel: Point) => number | undefined;
  readonly hideEdgesOnMove: boolean;
}

/**
 * @param box what all nodes cover, in the map's units, whichever of them are held: the camera's home.
 * @throws Error where the browser has no WebGL.
 */
export function openSigma(
  stage: HTMLElement,
  graph: UndirectedGraph,
  box: Box,
  { look, nodeAt, hideEdgesOnMove }: Shown,
): Sigma {
  const sigma = new PlainSigma(new Graph(), stage, {
    nodeProgramClasses: { mark: MarkProgram, circle: NoProgram },
    // What is under the mouse is drawn with its neighbourhood, over the whole picture.
    nodeHoverProgramClasses: { mark: NoProgram, circle: NoProgram },
    edgeProgramClasses: { tie: TieProgram, arrow: NoProgram, line: NoProgram },
    defaultNodeType: "mark",
    defaultEdgeType: "tie",
    nodeReducer: (_, data) => look().node(data as HeldNode),
    edgeReducer: (_, data) => look().edge(data as HeldEdge),
    zIndex: true,
    hideEdgesOnMove,
    // Names are placed over the whole picture, not node by node: `names/`.
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    itemSizesReference: "positions",
    // Nodes grow more slowly than distances: room for names near by.
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.62,
    enableCameraRotation: false,
    minCameraRatio: CLOSEST,
    maxCameraRatio: 4,
    stagePadding: 0,
  });
  findNodesBy(sigma, nodeAt);
  sigma.setCustomBBox({ x: [box.left, box.right], y: [box.bottom, box.top] });
  sigma.setGraph(graph);
  return sigma;
}

/** Without the second picture that Sigma would find nodes by. */
class PlainSigma extends Sigma {
  override createWebGLContext(id: string, options: Parameters<Sigma["createWebGLContext"]>[1]): WebGLRenderingContext {
    return super.createWebGLContext(id, { ...options, picking: false });
  }
}

/**
 * Sigma finds the node under the mouse by reading a picture back from the graphics card, which holds the page up: 40 ms
 * a move where there is none. The columns are asked instead, in its one method for that; all that follows is Sigma's.
 */
function findNodesBy(sigma: Sigma, nodeAt: Shown["nodeAt"]): void {
  const value = (pixel: Point): string | null => nodeAt(pixel)?.toString() ?? null;
  Object.defineProperty(sigma, "getNodeAtPosition", { value });
}
