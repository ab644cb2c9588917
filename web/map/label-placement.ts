/**
 * Which names stand on the map, and where: best first, none over another. Pure; the painter measures and draws.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

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

  collides(box: Box): boolean {
    if (box.left < 2 || box.top < 2 || box.right > this.#width - 2 || box.bottom > this.#height - 2) return true;
    return this.#visit(box, (cell) =>
      cell.some(
        (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
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

/** A name of `width` × `height` pixels for a mark of `radius` at (x, y): to the right, left, below, above of it. */
export function placeBeside(
  occupied: Occupied,
  mark: { readonly x: number; readonly y: number; readonly radius: number },
  width: number,
  height: number,
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
    if (!occupied.collides(box)) {
      occupied.add(box);
      return box;
    }
  }
  return undefined;
}

/** A name in the middle of its region, or moved a little off it. */
export function placeRegion(
  occupied: Occupied,
  x: number,
  y: number,
  width: number,
  height: number,
  reach: number,
): Box | undefined {
  const step = Math.max(height * 0.6, reach * 0.35);
  for (const [dx, dy] of [
    [0, 0],
    [0, -1],
    [0, 1],
    [-1, 0],
    [1, 0],
    [0, -2],
    [0, 2],
  ] as const) {
    const left = x - width / 2 + dx * step;
    const top = y - height / 2 + dy * step;
    const box = { left: left - 4, top: top - 2, right: left + width + 4, bottom: top + height + 2 };
    if (!occupied.collides(box)) {
      occupied.add(box);
      return { left, top, right: left + width, bottom: top + height };
    }
  }
  return undefined;
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
