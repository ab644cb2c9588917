/**
 * What Sigma's reducers say of nodes and edges: their looks of the moment.
 */
import { rgbaToFloat } from "sigma/utils";
import type { MapIndex } from "../../data/map-index.ts";
import type { Rgb } from "../../lib/color.ts";
import { edgeAlpha, inkOf, type Appearance } from "./appearance.ts";
import type { HeldEdge, HeldNode } from "./held-graph.ts";
import type { Mark } from "./mark-program.ts";
import type { Tie } from "./tie-program.ts";

export interface Look {
  readonly node: (data: HeldNode) => Mark;
  readonly edge: (data: HeldEdge) => Tie;
}

/** @param drawn whether filters and distance leave a node. */
export function lookOf(
  index: MapIndex,
  { scheme, colorOf, sizes }: Appearance,
  drawn: (node: number) => boolean,
): Look {
  const { shape, community, papers } = index;
  const inks = [inkOf(false), inkOf(true)];
  return {
    node: ({ x, y, node }) => {
      const isPaper = node < papers;
      const { line, fill } = inks[Number(isPaper)]!;
      const color = colorOf(node);
      return {
        x,
        y,
        size: sizes[node]!,
        shape: shape[node]!,
        line: over(scheme.paper, color, line),
        fill: over(scheme.paper, color, fill),
        hidden: !drawn(node),
        // Terms lie over papers.
        zIndex: isPaper ? 0 : 1,
        type: "mark",
        label: "",
        color: "",
        highlighted: false,
        forceLabel: false,
      };
    },
    edge: ({ source, target, strength }) => {
      const [a, b] = [colorOf(source), colorOf(target)];
      const alpha = edgeAlpha(community[source] !== community[target], strength);
      const mixed = a.map((channel, i) => Math.round((channel + b[i]!) / 2));
      return {
        ink: rgbaToFloat(mixed[0]!, mixed[1]!, mixed[2]!, Math.round(255 * alpha), true),
        size: 1,
        type: "tie",
        label: "",
        color: "",
        hidden: false,
        forceLabel: false,
        zIndex: 0,
      };
    },
  };
}

function over(paper: Rgb, color: Rgb, share: number): number {
  const channel = (i: 0 | 1 | 2) => Math.round(paper[i] + (color[i] - paper[i]) * share);
  return rgbaToFloat(channel(0), channel(1), channel(2), 255, true);
}
