/**
 * Which names stand on the map, and where: best first, none over another. Pure; the painter measures and draws.
 */
import type { Box, Circle } from "../../lib/geometry.ts";

/** Pixels that stay free between two names, so that they are read as two. */
const GAP_ASIDE = 6;
const GAP_ABOVE = 2;

/** Boxes sorted into cells, so that a collision is looked for nearby only; the window's edge is taken too. */
export class Occupied {
  readonly #width: number;
  readonly #height: number;
  readonly #cells = new Map<number, Box[]>();
  readonly #cell = 96;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** @param matters of what lies there already */
  collides(box: Box, matters: (taken: Box) => boolean = () => true): boolean {
    if (box.left < 2 || box.top < 2 || box.right > this.#width - 2 || box.bottom > this.#height - 2) return true;
    return this.#visit(box, (cell) =>
      cell.some(
        (other) =>
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom &&
          matters(other),
      ),
    );
  }

  add(box: Box): void {
    this.#visit(box, (cell) => {
      cell.push(box);
      return false;
    });
  }

  #visit(box: Box, each: (cell: Box[]) => boolean): boolean {
    const [x0, x1] = [Math.floor(box.left / this.#cell), Math.floor(box.right / this.#cell)];
    const [y0, y1] = [Math.floor(box.top / this.#cell), Math.floor(box.bottom / this.#cell)];
    for (let x = x0; x <= x1; x++) {
      for (let y = y0; y <= y1; y++) {
        const key = x * 4096 + y;
        let cell = this.#cells.get(key);
        if (!cell) this.#cells.set(key, (cell = []));
        if (each(cell)) return true;
      }
    }
    return false;
  }
}

/**
 * A name of `width` × `height` pixels for a mark of `radius` at (x, y): to the right, left, below, above of it.
 *
 * @param suits whether the name may stand there, beside that the place is free.
 */
export function placeBeside(
  occupied: Occupied,
  mark: Circle,
  width: number,
  height: number,
  suits: (box: Box) => boolean = () => true,
): Box | undefined {
  const { x, y, radius } = mark;
  const gap = radius + 4;
  const starts = [
    [x + gap, y - height / 2],
    [x - gap - width, y - height / 2],
    [x - width / 2, y + gap - 1],
    [x - width / 2, y - gap - height + 1],
  ] as const;
  for (const [left, top] of starts) {
    const box = { left, top, right: left + width, bottom: top + height };
    const free = {
      left: left - GAP_ASIDE,
      top: top - GAP_ABOVE,
      right: left + width + GAP_ASIDE,
      bottom: top + height + GAP_ABOVE,
    };
    if (!occupied.collides(free) && suits(box)) {
      occupied.add(box);
      return box;
    }
  }
  return undefined;
}

/** Steps off the middle of the region, nearest first. */
const OFFSETS: readonly (readonly [x: number, y: number])[] = [
  [0, 0],
  [0, -1],
  [0, 1],
  [-1, 0],
  [1, 0],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
  [0, -2],
  [0, 2],
  // Only where nothing nearer is free.
  [-2, 0],
  [2, 0],
  [-1, -2],
  [1, -2],
  [-1, 2],
  [1, 2],
  [-2, -1],
  [2, -1],
  [-2, 1],
  [2, 1],
  [0, -3],
  [0, 3],
];
/** The same steps, and then the finer ones between. */
const TRIED = [...OFFSETS, ...OFFSETS.slice(1).map(([x, y]) => [x / 2, y / 2] as const)];
/** What standing off the middle by the radius costs, in shares of all that could be covered; grows with the square. */
const STRAY_COST = 0.6;
export interface RegionPlace {
  readonly box: Box;
  readonly cost: number;
}

/**
 * The best place for a name in the middle of its region, or off it; it follows from the view alone.
 *
 * @param cost of a box, beside that of standing off the middle.
 */
export function placeRegion(
  occupied: Occupied,
  region: Circle,
  size: { readonly width: number; readonly height: number },
  cost: (box: Box) => number,
): RegionPlace | undefined {
  const { width, height } = size;
  const step = Math.max(height * 0.6, region.radius * 0.35);
  let best: RegionPlace | undefined;
  TRIED.forEach(([dx, dy], offset) => {
    // Finer steps only where nothing else is free.
    if (best && offset >= OFFSETS.length) return;
    const left = region.x - width / 2 + dx * step;
    const top = region.y - height / 2 + dy * step;
    const box = { left, top, right: left + width, bottom: top + height };
    if (occupied.collides(around(box))) return;
    const stray = (step * Math.hypot(dx, dy)) / Math.max(1, region.radius);
    const all = cost(box) + STRAY_COST * stray * stray;
    if (all < (best?.cost ?? Infinity)) best = { box, cost: all };
  });
  return best;
}

/** The box with what stays free around the name of a region. */
export function around({ left, top, right, bottom }: Box): Box {
  return { left: left - 4, top: top - 2, right: right + 4, bottom: bottom + 2 };
}

/** A title in at most two lines of about `length` characters. */
export function wrapTitle(title: string, length: number): string[] {
  if (title.length <= length) return [title];
  const words = title.split(/\s+/);
  const lines: string[] = [""];
  for (const word of words) {
    const last = lines.length - 1;
    const line = lines[last]!;
    if (!line || line.length + 1 + word.length <= length) lines[last] = line ? `${line} ${word}` : word;
    else if (lines.length < 2) lines.push(word);
    else {
      lines[last] = `${line}…`;
      break;
    }
  }
  return lines.map((line) => (line.length > length + 8 ? `${line.slice(0, length + 6)}…` : line));
}
