/**
 * What yEd draws: shapes, places, colours and labels in yWorks' own elements, beside the plain attributes.
 */
import type { Drawing } from "./drawing.ts";
import type { FlatEdge, FlatNode } from "./flat-graph.ts";
import { escapeXml } from "./xml.ts";

/** yEd's points in a unit of the map: its labels are then as large beside the circles as on the map. */
const SCALE = 6;

/** yEd's names of shapes, by node type; terms of other types are as concepts. */
const SHAPES: Readonly<Record<string, string>> = {
  paper: "rectangle",
  method: "ellipse",
  task: "diamond",
  dataset: "hexagon",
  metric: "triangle",
  concept: "roundrectangle",
};

const EDGE_COLOR = "#8a8f98";

export const YED_DRAWING: Drawing = {
  namespaces: 'xmlns:y="http://www.yworks.com/xml/graphml" ',
  keys:
    '  <key id="node_graphics" for="node" yfiles.type="nodegraphics"/>\n' +
    '  <key id="edge_graphics" for="edge" yfiles.type="edgegraphics"/>\n',
  node: drawNode,
  edge: drawEdge,
};

/** yEd counts y downwards, from a shape's upper left corner. */
function drawNode({ attributes }: FlatNode): string {
  const { x, y, size, color, label, type } = attributes;
  const side = round(2 * SCALE * Number(size));
  const left = round(SCALE * Number(x) - side / 2);
  const top = round(-SCALE * Number(y) - side / 2);
  return (
    '<data key="node_graphics"><y:ShapeNode>' +
    `<y:Geometry x="${left}" y="${top}" width="${side}" height="${side}"/>` +
    `<y:Fill color="${String(color ?? EDGE_COLOR)}" transparent="false"/>` +
    `<y:NodeLabel modelName="sides" modelPosition="s">${escapeXml(String(label))}</y:NodeLabel>` +
    `<y:Shape type="${SHAPES[String(type)] ?? "roundrectangle"}"/>` +
    "</y:ShapeNode></data>"
  );
}

function drawEdge({ attributes: { head, weight } }: FlatEdge): string {
  return (
    '<data key="edge_graphics"><y:PolyLineEdge>' +
    `<y:LineStyle color="${EDGE_COLOR}" type="line" width="${round(0.5 + 2 * Number(weight))}"/>` +
    `<y:Arrows source="none" target="${head === undefined ? "none" : "standard"}"/>` +
    "</y:PolyLineEdge></data>"
  );
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
