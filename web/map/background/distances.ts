/**
 * Distance of every cell of a raster from the nearest marked one, exact, in time that grows with the cells
 * (Felzenszwalb & Huttenlocher 2012, "Distance transforms of sampled functions").
 */

/** Beyond any distance in a raster, squared. */
const FAR = 1e12;

/**
 * @param isMarked per cell, row by row
 * @returns in cells; 1e6 everywhere where none is marked
 */
export function distances(isMarked: ArrayLike<boolean | number>, width: number, height: number): Float32Array {
  const squared = new Float64Array(width * height);
  for (let cell = 0; cell < squared.length; cell++) squared[cell] = isMarked[cell] ? 0 : FAR;
  const line = new Lower(Math.max(width, height));
  for (let row = 0; row < height; row++) line.transform(squared, row * width, 1, width);
  for (let column = 0; column < width; column++) line.transform(squared, column, width, height);
  const far = new Float32Array(squared.length);
  for (let cell = 0; cell < far.length; cell++) far[cell] = Math.sqrt(squared[cell]!);
  return far;
}

/** The lower envelope of parabolas over the cells of a line. */
class Lower {
  readonly #values: Float64Array;
  /** Cells whose parabolas are the lowest somewhere, and where each begins to be. */
  readonly #vertex: Int32Array;
  readonly #from: Float64Array;

  constructor(longest: number) {
    this.#values = new Float64Array(longest);
    this.#vertex = new Int32Array(longest);
    this.#from = new Float64Array(longest + 1);
  }

  /** Replaces squared distances across the line by those that reach along it, too. */
  transform(squared: Float64Array, first: number, step: number, length: number): void {
    const [values, vertex, from] = [this.#values, this.#vertex, this.#from];
    for (let i = 0; i < length; i++) values[i] = squared[first + i * step]!;
    let top = 0;
    vertex[0] = 0;
    from[0] = -Infinity;
    from[1] = Infinity;
    for (let q = 1; q < length; q++) {
      let meets = this.#meeting(q, vertex[top]!);
      while (meets <= from[top]!) meets = this.#meeting(q, vertex[--top]!);
      vertex[++top] = q;
      from[top] = meets;
      from[top + 1] = Infinity;
    }
    for (let q = 0, k = 0; q < length; q++) {
      while (from[k + 1]! < q) k++;
      squared[first + q * step] = (q - vertex[k]!) ** 2 + values[vertex[k]!]!;
    }
  }

  /** Where the parabolas over two cells meet. */
  #meeting(q: number, v: number): number {
    return (this.#values[q]! + q * q - this.#values[v]! - v * v) / (2 * q - 2 * v);
  }
}
