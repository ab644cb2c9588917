/** Moves the middle to 0 and makes the root mean square distance from it `size`. */
export function rescale(x: Float64Array, y: Float64Array, size: number): void {
  const n = x.length;
  if (n === 0) return;
  const meanX = x.reduce((sum, value) => sum + value, 0) / n;
  const meanY = y.reduce((sum, value) => sum + value, 0) / n;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    x[i]! -= meanX;
    y[i]! -= meanY;
    squares += x[i]! ** 2 + y[i]! ** 2;
  }
  const factor = squares > 1e-12 ? size / Math.sqrt(squares / n) : 0;
  for (let i = 0; i < n; i++) {
    x[i]! *= factor;
    y[i]! *= factor;
  }
}
