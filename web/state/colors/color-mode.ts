/**
 * What a way of colouring the nodes is: a colour for every node, and what the legend says of it.
 *
 * A colour mode is one file of this folder and one line in `color-modes.ts`.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { GREY } from "../../style/tokens.ts";
import { channelsOf, mix, type ColorScheme, type Rgb } from "../../lib/color.ts";

export interface ColorMode {
  /** In the menu, after "Colour by". */
  readonly name: string;
  /** Whether it asks for more than names, places and ties. */
  readonly needsDocument: boolean;
  /** Absent: for every map. */
  readonly isOffered?: (index: MapIndex) => boolean;
  /** Whether the lands under it are grey; absent: yes. */
  readonly neutral?: boolean;
  /** What the quantity is. */
  readonly hint?: string;
  readonly colorsOf: (index: MapIndex, scheme: ColorScheme) => (node: number) => Rgb;
  /** Of a quantity; undefined where no value is known. */
  readonly scaleOf?: (index: MapIndex, scheme: ColorScheme) => Scale | undefined;
  /** Where all nodes of a shape have one colour: that of a place in `SHAPES`. */
  readonly shapeColor?: (shape: number, scheme: ColorScheme) => Rgb;
}

export interface Scale {
  readonly low: string;
  readonly high: string;
  /** Colours from low to high. */
  readonly stops: readonly Rgb[];
  /** Nodes per step of the scale. */
  readonly bins: readonly number[];
  /** Nodes that have no value and are grey; undefined: none. */
  readonly gaps: { readonly papers: number; readonly terms: number } | undefined;
}

/** Where nothing is known. */
export const UNKNOWN: Rgb = channelsOf(GREY);

/** From the viridis map (van der Walt and Smith 2015): even steps, readable without colour vision. */
const RAMP: readonly Rgb[] = [
  [68, 30, 112],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [236, 214, 30],
];

type Quantity = Pick<ColorMode, "name" | "needsDocument" | "isOffered" | "hint"> & {
  /** NaN where nothing is known. */
  readonly amountOf: (index: MapIndex, node: number) => number;
  /** Of the ends of the scale. */
  readonly text: (value: number) => string;
};

/** Colours along a ramp from the smallest value on the map to the largest. */
export function quantity({ amountOf, text, ...mode }: Quantity): ColorMode {
  const valuesOf = (index: MapIndex) => Float64Array.from({ length: index.count }, (_, node) => amountOf(index, node));
  return {
    ...mode,
    colorsOf: (index, scheme) => {
      const values = valuesOf(index);
      const [min, max] = rangeOf(values);
      const stops = ramp(scheme);
      return (node) => {
        const value = values[node]!;
        return Number.isNaN(value) ? UNKNOWN : along(stops, max > min ? (value - min) / (max - min) : 0.5);
      };
    },
    scaleOf: (index, scheme) => {
      const values = valuesOf(index);
      const [min, max] = rangeOf(values);
      if (!Number.isFinite(min)) return undefined;
      return {
        low: text(min),
        high: text(max),
        stops: ramp(scheme),
        bins: binsOf(values, min, max),
        gaps: gapsOf(values, index.papers),
      };
    },
  };
}

const BINS = 16;

function binsOf(values: Float64Array, min: number, max: number): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const share = max > min ? (value - min) / (max - min) : 0.5;
    bins[Math.min(BINS - 1, Math.floor(share * BINS))]!++;
  }
  return bins;
}

function gapsOf(values: Float64Array, papers: number): Scale["gaps"] {
  const unknown = { papers: 0, terms: 0 };
  values.forEach((value, node) => {
    if (Number.isNaN(value)) unknown[node < papers ? "papers" : "terms"]++;
  });
  return unknown.papers + unknown.terms > 0 ? unknown : undefined;
}

function rangeOf(values: Float64Array): readonly [min: number, max: number] {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

/** Dark ends would drown at night, light ones by day. */
function ramp({ dark }: ColorScheme): Rgb[] {
  return RAMP.map((color, i) => mix(color, dark ? [255, 255, 255] : [0, 0, 0], dark ? 0.28 - 0.05 * i : 0.04 * i));
}

/** @param share 0…1 of the way. */
export function along(stops: readonly Rgb[], share: number): Rgb {
  const position = Math.max(0, Math.min(1, share)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(position));
  return mix(stops[below]!, stops[below + 1]!, position - below);
}
