/**
 * How a name is written, and where: what a canvas and an SVG picture both need to know.
 */

export interface NameStyle {
  /** In pixels. */
  readonly size: number;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly color: string;
  /** Colour around the letters. */
  readonly halo: string;
}

export interface PlacedLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** A name at its place. */
export interface PlacedName {
  readonly node: number;
  readonly lines: readonly PlacedLine[];
  readonly style: NameStyle;
}

/** As a canvas takes it. */
export function fontOf({ size, family, weight, italic }: NameStyle): string {
  return `${italic ? "italic " : ""}${weight} ${size}px ${family}`;
}
