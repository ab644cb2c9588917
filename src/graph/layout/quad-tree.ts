/**
 * Repulsion among many nodes: groups that are far away act as one (Barnes & Hut 1986). Flat columns, reused.
 */

/** A square acts as one when its side is less than this share of its distance. */
const THETA = 1.2;
/** Squares are halved this often at most; nodes nearer than that to each other share the last one. */
const MAX_DEPTH = 24;
const NONE = -1;
/** Values of a square in the order in which they are read: centre of mass, mass, distance from which it acts as one. */
const VALUES = 4;

export class QuadTree {
  // Of squares, while the tree is grown
  #count = 0;
  #centreX: Float64Array;
  #centreY: Float64Array;
  /** Half of the side. */
  #half: Float64Array;
  #mass: Float64Array;
  /** Sum of mass × place. */
  #massX: Float64Array;
  #massY: Float64Array;
  /** First of four children; −1 for a leaf. */
  #child: Int32Array;
  /** First node of a leaf; −1 for none. */
  #first: Int32Array;
  /** Next node in the same leaf. */
  readonly #next: Int32Array;

  // Of squares that hold a node, each followed by all below it
  #walked = 0;
  /** `VALUES` a square; the distance is squared. */
  #values: Float64Array;
  /** Square to go on with when all below this one are done or left out. */
  #after: Int32Array;
  /** A leaf's nodes: places from `#from` to before `#to`; for all other squares the two are equal. */
  #from: Int32Array;
  #to: Int32Array;

  // Of nodes, leaf by leaf: near ones are near in memory
  readonly #node: Int32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #nodeMass: Float64Array;

  constructor(nodes: number) {
    const squares = 4 * nodes + 1;
    this.#centreX = new Float64Array(squares);
    this.#centreY = new Float64Array(squares);
    this.#half = new Float64Array(squares);
    this.#mass = new Float64Array(squares);
    this.#massX = new Float64Array(squares);
    this.#massY = new Float64Array(squares);
    this.#child = new Int32Array(squares);
    this.#first = new Int32Array(squares);
    this.#next = new Int32Array(nodes);
    this.#values = new Float64Array(VALUES * squares);
    this.#after = new Int32Array(squares);
    this.#from = new Int32Array(squares);
    this.#to = new Int32Array(squares);
    this.#node = new Int32Array(nodes);
    this.#x = new Float64Array(nodes);
    this.#y = new Float64Array(nodes);
    this.#nodeMass = new Float64Array(nodes);
  }

  /** @param mass above 0. */
  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < x.length; i++) {
      minX = Math.min(minX, x[i]!);
      maxX = Math.max(maxX, x[i]!);
      minY = Math.min(minY, y[i]!);
      maxY = Math.max(maxY, y[i]!);
    }
    this.#count = 0;
    this.#add((minX + maxX) / 2, (minY + maxY) / 2, Math.max(maxX - minX, maxY - minY) / 2);
    for (let i = 0; i < x.length; i++) this.#insert(i, x, y, mass);
    this.#walk(x, y, mass);
  }

  /** Adds to each node's force what all others push it by: `scaling` · mass · mass / distance. */
  repel(scaling: number, forceX: Float64Array, forceY: Float64Array): void {
    const [node, x, y, nodeMass] = [this.#node, this.#x, this.#y, this.#nodeMass];
    const [values, after, from, to] = [this.#values, this.#after, this.#from, this.#to];
    const squares = this.#walked;
    for (let place = 0; place < node.length; place++) {
      const px = x[place]!;
      const py = y[place]!;
      let fx = 0;
      let fy = 0;
      for (let square = 0; square < squares;) {
        const end = to[square]!;
        let j = from[square]!;
        if (j < end) {
          for (; j < end; j++) {
            const dx = px - x[j]!;
            const dy = py - y[j]!;
            const squared = dx * dx + dy * dy;
            if (squared === 0) continue;
            const factor = nodeMass[j]! / squared;
            fx += dx * factor;
            fy += dy * factor;
          }
          square++;
          continue;
        }
        const at = VALUES * square;
        const dx = px - values[at]!;
        const dy = py - values[at + 1]!;
        const squared = dx * dx + dy * dy;
        if (values[at + 3]! < squared) {
          const factor = values[at + 2]! / squared;
          fx += dx * factor;
          fy += dy * factor;
          square = after[square]!;
        } else square++;
      }
      const i = node[place]!;
      forceX[i]! += fx * scaling * nodeMass[place]!;
      forceY[i]! += fy * scaling * nodeMass[place]!;
    }
  }

  #insert(node: number, x: Float64Array, y: Float64Array, nodeMass: Float64Array): void {
    const px = x[node]!;
    const py = y[node]!;
    let square = 0;
    for (let depth = 0; ; depth++) {
      const held = this.#first[square]!;
      if (this.#child[square]! === NONE) {
        if (held === NONE || depth >= MAX_DEPTH) {
          this.#next[node] = held;
          this.#first[square] = node;
          this.#weigh(square, px, py, nodeMass[node]!);
          return;
        }
        this.#split(square);
        const below = this.#quadrant(square, x[held]!, y[held]!);
        this.#first[below] = held;
        this.#weigh(below, x[held]!, y[held]!, nodeMass[held]!);
      }
      this.#weigh(square, px, py, nodeMass[node]!);
      square = this.#quadrant(square, px, py);
    }
  }

  #weigh(square: number, x: number, y: number, mass: number): void {
    this.#mass[square]! += mass;
    this.#massX[square]! += mass * x;
    this.#massY[square]! += mass * y;
  }

  #quadrant(square: number, px: number, py: number): number {
    return this.#child[square]! + (px < this.#centreX[square]! ? 0 : 2) + (py < this.#centreY[square]! ? 0 : 1);
  }

  #split(square: number): void {
    const half = this.#half[square]! / 2;
    const [cx, cy] = [this.#centreX[square]!, this.#centreY[square]!];
    this.#child[square] = this.#count;
    this.#first[square] = NONE;
    this.#add(cx - half, cy - half, half);
    this.#add(cx - half, cy + half, half);
    this.#add(cx + half, cy - half, half);
    this.#add(cx + half, cy + half, half);
  }

  #add(cx: number, cy: number, half: number): void {
    if (this.#count === this.#half.length) this.#grow();
    const square = this.#count++;
    this.#centreX[square] = cx;
    this.#centreY[square] = cy;
    this.#half[square] = half;
    this.#mass[square] = 0;
    this.#massX[square] = 0;
    this.#massY[square] = 0;
    this.#child[square] = NONE;
    this.#first[square] = NONE;
  }

  /** Numbers the squares and the nodes anew, in the order in which `repel` meets them. */
  #walk(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    let squares = 0;
    let places = 0;
    const near = 4 / (THETA * THETA);
    const visit = (square: number): void => {
      const child = this.#child[square]!;
      if (child === NONE && this.#first[square] === NONE) return;
      const at = squares++;
      this.#from[at] = places;
      if (child === NONE) {
        for (let node = this.#first[square]!; node >= 0; node = this.#next[node]!) {
          this.#node[places] = node;
          this.#x[places] = x[node]!;
          this.#y[places] = y[node]!;
          this.#nodeMass[places++] = mass[node]!;
        }
        this.#to[at] = places;
        return;
      }
      this.#to[at] = places;
      this.#values[VALUES * at] = this.#massX[square]! / this.#mass[square]!;
      this.#values[VALUES * at + 1] = this.#massY[square]! / this.#mass[square]!;
      this.#values[VALUES * at + 2] = this.#mass[square]!;
      this.#values[VALUES * at + 3] = near * this.#half[square]! * this.#half[square]!;
      for (let below = child; below < child + 4; below++) visit(below);
      this.#after[at] = squares;
    };
    visit(0);
    this.#walked = squares;
  }

  #grow(): void {
    const floats = (old: Float64Array) => {
      const grown = new Float64Array(2 * old.length);
      grown.set(old);
      return grown;
    };
    const integers = (old: Int32Array) => {
      const grown = new Int32Array(2 * old.length);
      grown.set(old);
      return grown;
    };
    this.#centreX = floats(this.#centreX);
    this.#centreY = floats(this.#centreY);
    this.#half = floats(this.#half);
    this.#mass = floats(this.#mass);
    this.#massX = floats(this.#massX);
    this.#massY = floats(this.#massY);
    this.#child = integers(this.#child);
    this.#first = integers(this.#first);
    this.#values = floats(this.#values);
    this.#after = integers(this.#after);
    this.#from = integers(this.#from);
    this.#to = integers(this.#to);
  }
}
