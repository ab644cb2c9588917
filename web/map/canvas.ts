/**
 * The canvases of the map, one over the other.
 */

/**
 * Drawn on by the processor: a graphics card is quicker at large pictures only, and where there is none a canvas that
 * is meant for one costs seconds.
 */
export function plainContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return canvas.getContext("2d", { willReadFrequently: true });
}

/** @param ratio pixels of the canvas per pixel of the page. */
export function sizeLayer(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

export function layer(name: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = `layer-${name}`;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
