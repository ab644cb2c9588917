/**
 * The outlines of nodes for a 2D canvas and for SVG; `mark-program.ts` draws the same ones as signed distances.
 */
/** What an outline is drawn with: a canvas, or a path of it. */
export interface ShapePen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
}

type Points = readonly (readonly [x: number, y: number])[];

/** Corners in units of the radius, y downwards; absent: a circle. In the order of `SHAPES`. */
const CORNERS: readonly (Points | undefined)[] = [
  undefined,
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  [
    [0, -1.24],
    [1.07, 0.62],
    [-1.07, 0.62],
  ],
  [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  [
    [-0.42, -1.05],
    [0.42, -1.05],
    [0.42, -0.42],
    [1.05, -0.42],
    [1.05, 0.42],
    [0.42, 0.42],
    [0.42, 1.05],
    [-0.42, 1.05],
    [-0.42, 0.42],
    [-1.05, 0.42],
    [-1.05, -0.42],
    [-0.42, -0.42],
  ],
  undefined,
];

export function traceShape(pen: ShapePen, shape: number, x: number, y: number, radius: number): void {
  const corners = CORNERS[shape];
  if (!corners) {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.closePath();
    return;
  }
  corners.forEach(([dx, dy], i) => {
    if (i === 0) pen.moveTo(x + dx * radius, y + dy * radius);
    else pen.lineTo(x + dx * radius, y + dy * radius);
  });
  pen.closePath();
}

/** SVG path data of the shape around (0, 0). */
export function shapePath(shape: number, radius: number): string {
  const corners = CORNERS[shape];
  if (!corners) return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
  return `M${corners.map(([x, y]) => `${(x * radius).toFixed(2)} ${(y * radius).toFixed(2)}`).join("L")}Z`;
}
