/**
 * The colour of every node by what the reader wants it to tell, and the legend that goes with it.
 */
import { monthNumber, monthOf, monthText } from "../../src/lib/months.ts";
import { paperAt, termAt, type MapIndex } from "../data/map-index.ts";
import { mix, nodeColor, parseHex, type Ground, type Rgb } from "../map/colors.ts";
import { plain } from "../texts.ts";
import type { ColorMode } from "./view-state.ts";

export interface Scale {
  readonly low: string;
  readonly high: string;
  /** Colours from low to high. */
  readonly stops: readonly Rgb[];
  /** Some nodes have no value; they are grey. */
  readonly gaps: boolean;
}

const GREY: Rgb = [138, 143, 152];
/** Okabe and Ito's hues (2008), as in the style sheet's marks; by place in `SHAPES`. */
const TYPE_COLORS: readonly Rgb[] = [
  [120, 128, 140],
  [217, 122, 32],
  [31, 150, 112],
  [124, 92, 204],
  [204, 71, 147],
  [52, 124, 208],
];
/** From the viridis map (van der Walt and Smith 2015): even steps, readable without colour vision. */
const RAMP: readonly Rgb[] = [
  [68, 30, 112],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [236, 214, 30],
];

export function nodeColors(index: MapIndex, mode: ColorMode, ground: Ground): (node: number) => Rgb {
  if (mode === "community") {
    const colors = new Map(
      index.topLevel.map((community) => [community.id, nodeColor(parseHex(community.color), ground)]),
    );
    const grey = nodeColor(GREY, ground);
    return (node) => colors.get(index.community[node]!) ?? grey;
  }
  if (mode === "type") {
    const colors = TYPE_COLORS.map((color) => nodeColor(color, ground));
    return (node) => colors[index.shape[node]!]!;
  }
  const values = valuesOf(index, mode);
  const [least, most] = rangeOf(values);
  const stops = ramp(ground);
  return (node) => {
    const value = values[node]!;
    return Number.isNaN(value) ? GREY : along(stops, most > least ? (value - least) / (most - least) : 0.5);
  };
}

/** Undefined for modes that name their colours one by one. */
export function colorScale(index: MapIndex, mode: ColorMode, ground: Ground): Scale | undefined {
  if (mode === "community" || mode === "type") return undefined;
  const values = valuesOf(index, mode);
  const [least, most] = rangeOf(values);
  if (!Number.isFinite(least)) return undefined;
  const text = (value: number) => {
    if (mode === "date") return monthText(value);
    if (mode === "centrality") return (value * value).toFixed(value > 0 && value < 1 ? 2 : 0);
    return mode === "papers" ? plain(Math.round(2 ** value)) : `${Math.round(100 * value)} %`;
  };
  return { low: text(least), high: text(most), stops: ramp(ground), gaps: values.some(Number.isNaN) };
}

export function typeColor(place: number, ground: Ground): Rgb {
  return nodeColor(TYPE_COLORS[place] ?? GREY, ground);
}

/** NaN where nothing is known. Counts on a logarithmic scale, dates in months. */
function valuesOf(index: MapIndex, mode: "date" | "papers" | "confidence" | "centrality"): Float64Array {
  return Float64Array.from({ length: index.count }, (_, node) => {
    if (mode === "papers") return node < index.papers ? NaN : Math.log2(index.weight[node]!);
    const entry = paperAt(index, node) ?? termAt(index, node);
    // Few nodes lie on most ways: the square root spreads the others.
    if (mode === "centrality") return Math.sqrt(entry?.betweenness ?? 0);
    if (mode === "confidence") return entry?.confidence ?? NaN;
    const month = monthOf(paperAt(index, node)?.date ?? termAt(index, node)?.first_seen);
    return month === undefined ? NaN : monthNumber(month);
  });
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Dark ends would drown at night, light ones by day. */
function ramp(ground: Ground): Rgb[] {
  return RAMP.map((color, i) =>
    mix(color, ground.dark ? [255, 255, 255] : [0, 0, 0], ground.dark ? 0.28 - 0.05 * i : 0.04 * i),
  );
}

function along(stops: readonly Rgb[], share: number): Rgb {
  const place = Math.max(0, Math.min(1, share)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  return mix(stops[below]!, stops[below + 1]!, place - below);
}
