/**
 * Line icons and the shapes of the map, as inline SVG.
 */
import { SHAPES, type Shape } from "../../data/map-index.ts";
import { shapePath } from "../../map/drawing/shapes.ts";

const PATHS = {
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM16 16l5 5",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
  eye: "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12ZM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z",
  eyeOff:
    "M4 4l16 16M9.5 5.8A9.6 9.6 0 0 1 12 5.5c6.4 0 10 6.5 10 6.5a17 17 0 0 1-3.2 3.8M6.3 7.6A16.6 16.6 0 0 0 2 12s3.6 6.5 10 6.5c1.6 0 3-.4 4.2-1",
  target: "M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM12 2v4M12 18v4M2 12h4M18 12h4",
  lasso:
    "M12 4c5 0 9 2.5 9 6s-4 6-9 6c-1.5 0-2.9-.2-4.1-.6M12 4c-5 0-9 2.5-9 6 0 1.900 1.200 3.500 3 4.600M6 14.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM7.500 18c.5 1.200 0 2.500-1.500 3.500",
  fold: "M4 5h16v14H4ZM10 5v14M17 9l-3 3 3 3",
  unfold: "M4 5h16v14H4ZM10 5v14M14 9l3 3-3 3",
  path: "M6 16a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM18 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM8.5 18.5H15a3.5 3.5 0 0 0 0-7H9a3 3 0 0 1 0-6h6.5",
  link: "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  filter: "M4 6h16M7 12h10M10 18h4",
  contours:
    "M12 10a2.4 2 0 1 1 0 4 2.4 2 0 0 1 0-4ZM12 6.5c3.6 0 6 2.4 6 5.5s-2.6 5.5-6 5.5-6-2.4-6-5.5 2.6-5.5 6-5.5ZM11 3c6 0 10.5 3.6 10.5 9S17 21 12 21 2.5 17.5 2.5 12 6 3 11 3Z",
} as const;
type IconName = keyof typeof PATHS;

/** An icon of this list, or one that somebody brings: path data in a square of 24. */
export type IconSource = IconName | { readonly path: string };

export function Icon({ name }: { readonly name: IconSource }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={typeof name === "string" ? PATHS[name] : name.path} />
    </svg>
  );
}

export function ShapeIcon({ shape, color }: { readonly shape: Shape; readonly color?: string | undefined }) {
  return (
    <svg class={`shape shape-${shape}`} viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <path d={shapePath(SHAPES.indexOf(shape), shape === "paper" ? 4.2 : 5)} style={color ? { color } : undefined} />
    </svg>
  );
}
