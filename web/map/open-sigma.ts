/**
 * Sigma with this map's settings: it draws, and moves the camera; names, hovering and clicks are not its business.
 */
import type Graph from "graphology";
import Sigma from "sigma";
import type { BackboneEdge } from "../data/backbone.ts";
import { CLOSEST } from "./camera-moves.ts";
import type { edgeLook, nodeLook } from "./looks.ts";
import { ShapeProgram, StandingEdgeProgram } from "./shape-program.ts";

/** Above this many nodes edges wait until the camera rests. */
const MANY = 6000;

export interface Looks {
  readonly nodeLook: (node: number) => ReturnType<typeof nodeLook>;
  readonly edgeLook: (edge: BackboneEdge) => ReturnType<typeof edgeLook>;
}

/** @throws where WebGL is missing. */
export function openSigma(graph: Graph, stage: HTMLElement, { nodeLook, edgeLook }: Looks): Sigma {
  return new Sigma(graph, stage, {
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
    hideEdgesOnMove: graph.order > MANY,
    nodeReducer: (_, { n }) => nodeLook(n as number),
    edgeReducer: (_, edge) => edgeLook(edge as unknown as BackboneEdge),
  });
}
