/**
 * What several tests do with a page, and what they read off it.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

export async function find(page: Page, name: string): Promise<void> {
  await page.locator("#search").fill(name);
  await page.getByRole("option", { name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name }).waitFor();
}

export async function download(page: Page, name: string): Promise<string> {
  return (await downloadBytes(page, name)).toString("utf8");
}

export async function downloadBytes(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return readFile(await file.path());
}

export async function linkOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Link, picture and data" }).click();
  const link = await page.getByRole("textbox", { name: "Link to this view" }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** Pixels of a canvas that are not empty. */
export async function ink(page: Page, canvas: string): Promise<number> {
  return page.locator(canvas).evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    // Of a copy: reading the canvas itself would slow down its drawing.
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    copy.drawImage(element as HTMLCanvasElement, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
    return count;
  });
}

/** Of the map between the legend and the panel. */
export async function freeMiddle(page: Page): Promise<{ x: number; y: number }> {
  const side = (await page.locator(".side").boundingBox())!;
  const tools = (await page.locator(".tools").boundingBox())!;
  return { x: (side.x + side.width + tools.x) / 2, y: 450 };
}

/** Places on a circle where the layer of what is lit has something drawn. */
export async function inkedPlaces(
  page: Page,
  middle: { readonly x: number; readonly y: number },
  radius: number,
): Promise<{ x: number; y: number }[]> {
  return page.locator(".layer-labels").evaluate(
    (element, { middle, radius }) => {
      const canvas = element as HTMLCanvasElement;
      const context = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true })!;
      context.drawImage(canvas, 0, 0);
      const places = Array.from({ length: 360 }, (_, i) => {
        const angle = (i * Math.PI) / 180;
        return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
      });
      const inked = places.map(({ x, y }) => context.getImageData(Math.round(x), Math.round(y), 1, 1).data[3]! > 60);
      // One place a stroke: a thin one is an edge, a wide one a name.
      return places.filter((_, i) => inked[i] && !inked[i - 1] && !(inked[i + 4] && inked[i + 8]));
    },
    { middle, radius },
  );
}

/** Pixels of the map that are neither paper nor ink. */
export async function coloredPixels(page: Page): Promise<number> {
  const picture = (await page.screenshot({ clip: { x: 330, y: 0, width: 1000, height: 900 } })).toString("base64");
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    let count = 0;
    for (let i = 0; i < pixels.length; i += 4) {
      const channels = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!];
      if (Math.max(...channels) - Math.min(...channels) > 60) count++;
    }
    return count;
  }, picture);
}
