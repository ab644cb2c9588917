/**
 * Everything of the map that is on the screen, as data: what pictures are drawn from.
 */
import type { BackboneEdge } from "../data/backbone.ts";
import type { MapIndex } from "../data/map-index.ts";
import type { ColorScheme, Rgb } from "../lib/color.ts";
import type { Point } from "../lib/geometry.ts";
import type { Focus } from "../state/focus.ts";
import type { Contour } from "./background/contours.ts";
import type { LandStyle } from "./background/land-layer.ts";
import type { RibbonLook } from "./background/ribbons.ts";
import type { Land } from "./background/lands.ts";
import type { Insets, Projection } from "./camera/projection.ts";
import type { NameStyle, PlacedLine, PlacedName } from "./names/name-style.ts";

export interface MapScene {
  readonly index: MapIndex;
  readonly scheme: ColorScheme;
  readonly colorOf: (node: number) => Rgb;
  readonly drawn: (node: number) => boolean;
  readonly shown: Uint8Array;
  readonly view: Projection;
  readonly insets: Insets;
  readonly lands: readonly (LandStyle & Pick<Land, "rings">)[];
  /** Empty where one has come near. */
  readonly ribbons: readonly RibbonLook[];
  /** Empty unless they are on the screen. */
  readonly contours: readonly Contour[];
  readonly edges: readonly BackboneEdge[];
  /** How strongly they are drawn at this distance, 0…1. */
  readonly edgesAlpha: number;
  readonly focus: Focus | undefined;
  readonly names: readonly PlacedName[];
  readonly regions: readonly RegionText[];
}

/** The name of a community at its place. */
export interface RegionText {
  readonly lines: readonly PlacedLine[];
  readonly style: NameStyle;
  /** 0…1. */
  readonly alpha: number;
  /** From a name that found no room on its land to that land. */
  readonly leader?: readonly [from: Point, to: Point];
}
