/**
 * Sigma with this map's settings: it moves the camera and turns the map's units into pixels. Drawing, names, hovering
 * and clicks are not its business.
 *
 * Sigma's own drawing keeps an object per node and three WebGL layers. A layer costs a tenth of a second to open where
 * there is no graphics card, an object per node a second at 50,000 nodes; `MarkLayer` draws from typed arrays instead.
 */
import Graph from "graphology";
import Sigma from "sigma";
import { CLOSEST } from "./camera-moves.ts";
import type { Box } from "../../lib/geometry.ts";

/** @param box what all nodes cover, in the map's units: the camera's home. */
export function openSigma(box: Box, stage: HTMLElement): Sigma {
  const graph = new Graph();
  // All that sigma needs to know of the map.
  graph.addNode("from", { x: box.left, y: box.bottom });
  graph.addNode("to", { x: box.right, y: box.top });
  return new CameraSigma(graph, stage, {
    renderLabels: false,
    nodeProgramClasses: { circle: NothingDrawn },
    edgeProgramClasses: { arrow: NothingDrawn, line: NothingDrawn },
    defaultDrawNodeHover: () => undefined,
    itemSizesReference: "positions",
    // Nodes grow more slowly than distances: room for names near by.
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.62,
    enableCameraRotation: false,
    minCameraRatio: CLOSEST,
    maxCameraRatio: 4,
    stagePadding: 0,
  });
}

class CameraSigma extends Sigma {
  /** Layers that are never drawn on; that of the mouse still hears it. */
  override createCanvas(id: string, options: Parameters<Sigma["createCanvas"]>[1] = {}): HTMLCanvasElement {
    const style = id === "mouse" ? options.style : { display: "none" };
    const canvas = super.createCanvas(id, { ...options, style: style ?? {} });
    Object.defineProperty(canvas, "getContext", { value: () => NO_CONTEXT });
    return canvas;
  }
}

const nothing = () => undefined;

/** Answers whatever sigma asks of a canvas's context, and does nothing. */
const NO_CONTEXT: unknown = new Proxy({}, { get: () => () => NO_CONTEXT });

class NothingDrawn {
  readonly drawLabel = undefined;
  readonly drawHover = undefined;
  kill = nothing;
  reallocate = nothing;
  process = nothing;
  render = nothing;
}
