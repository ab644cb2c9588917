/**
 * Repulsion among many nodes: groups that are far away act as one (Barnes & Hut 1986). Flat columns, reused.
 */

/** A square acts as one when its side is less than this share of its distance. */
const THETA = 1.2;
/** Squares are halved this often at most; nodes nearer than that to each other share the last one. */
const MAX_DEPTH = 24;
const NONE = -1;

export class QuadTree {
  // Of squares
  #count = 0;
  #centreX: Float64Array;
  #centreY: Float64Array;
  /** Half of the side. */
  #half: Float64Array;
  #mass: Float64Array;
  /** Centre of mass; while the tree is built, the sum of mass × place. */
  #massX: Float64Array;
  #massY: Float64Array;
  /** First of four children; −1 for a leaf. */
  #child: Int32Array;
  /** First node of a leaf; −1 for none. */
  #first: Int32Array;
  /** Square to go on with when this one and all below it are done; −1 at the end. */
  #after: Int32Array;

  // Of nodes
  /** Next node in the same leaf. */
  readonly #next: Int32Array;
  #x: Float64Array = new Float64Array(0);
  #y: Float64Array = new Float64Array(0);
  #nodeMass: Float64Array = new Float64Array(0);

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
    this.#after = new Int32Array(squares);
    this.#next = new Int32Array(nodes);
  }

  /** @param mass above 0. The arrays are read again by `repel`. */
  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    this.#x = x;
    this.#y = y;
    this.#nodeMass = mass;
    let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < x.length; i++) {
      minX = Math.min(minX, x[i]!);
      maxX = Math.max(maxX, x[i]!);
      minY = Math.min(minY, y[i]!);
      maxY = Math.max(maxY, y[i]!);
    }
    this.#count = 0;
    this.#add((minX + maxX) / 2, (minY + maxY) / 2, Math.max(maxX - minX, maxY - minY) / 2, NONE);
    for (let i = 0; i < x.length; i++) this.#insert(i);
    for (let square = 0; square < this.#count; square++) {
      if (this.#mass[square]! === 0) continue;
      this.#massX[square]! /= this.#mass[square]!;
      this.#massY[square]! /= this.#mass[square]!;
    }
  }

  /** Adds to each node's force what all others push it by: `scaling` · mass · mass / distance. */
  repel(scaling: number, forceX: Float64Array, forceY: Float64Array): void {
    const [x, y, nodeMass, next] = [this.#x, this.#y, this.#nodeMass, this.#next];
    const [mass, massX, massY, half] = [this.#mass, this.#massX, this.#massY, this.#half];
    const [child, after, first] = [this.#child, this.#after, this.#first];
    const near = 4 / (THETA * THETA);
    for (let i = 0; i < x.length; i++) {
      const px = x[i]!;
      const py = y[i]!;
      let fx = 0;
      let fy = 0;
      let square = 0;
      while (square >= 0) {
        if (child[square]! === NONE) {
          for (let j = first[square]!; j >= 0; j = next[j]!) {
            const dx = px - x[j]!;
            const dy = py - y[j]!;
            const squared = dx * dx + dy * dy;
            if (squared === 0) continue;
            const factor = nodeMass[j]! / squared;
            fx += dx * factor;
            fy += dy * factor;
          }
          square = after[square]!;
          continue;
        }
        const dx = px - massX[square]!;
        const dy = py - massY[square]!;
        const squared = dx * dx + dy * dy;
        if (near * half[square]! * half[square]! < squared) {
          const factor = mass[square]! / squared;
          fx += dx * factor;
          fy += dy * factor;
          square = after[square]!;
        } else square = child[square]!;
      }
      forceX[i]! += fx * scaling * nodeMass[i]!;
      forceY[i]! += fy * scaling * nodeMass[i]!;
    }
  }

  #insert(node: number): void {
    const px = this.#x[node]!;
    const py = this.#y[node]!;
    let square = 0;
    for (let depth = 0; ; depth++) {
      const held = this.#first[square]!;
      if (this.#child[square]! === NONE) {
        if (held === NONE || depth >= MAX_DEPTH) {
          this.#next[node] = held;
          this.#first[square] = node;
          this.#weigh(square, node);
          return;
        }
        this.#split(square);
        const below = this.#quadrant(square, this.#x[held]!, this.#y[held]!);
        this.#first[below] = held;
        this.#weigh(below, held);
      }
      this.#weigh(square, node);
      square = this.#quadrant(square, px, py);
    }
  }

  #weigh(square: number, node: number): void {
    const mass = this.#nodeMass[node]!;
    this.#mass[square]! += mass;
    this.#massX[square]! += mass * this.#x[node]!;
    this.#massY[square]! += mass * this.#y[node]!;
  }

  #quadrant(square: number, px: number, py: number): number {
    return this.#child[square]! + (px < this.#centreX[square]! ? 0 : 2) + (py < this.#centreY[square]! ? 0 : 1);
  }

  #split(square: number): void {
    const half = this.#half[square]! / 2;
    const [cx, cy] = [this.#centreX[square]!, this.#centreY[square]!];
    const child = this.#count;
    this.#child[square] = child;
    this.#first[square] = NONE;
    this.#add(cx - half, cy - half, half, child + 1);
    this.#add(cx - half, cy + half, half, child + 2);
    this.#add(cx + half, cy - half, half, child + 3);
    this.#add(cx + half, cy + half, half, this.#after[square]!);
  }

  #add(cx: number, cy: number, half: number, after: number): void {
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
    this.#after[square] = after;
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
    this.#after = integers(this.#after);
  }
}
