/**
 * In real Chromium: what is drawn: contours, lit edges and marks, compared with what is under the mouse.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap } from "./browser.ts";
import { coloredPixels, find, download, linkOf, ink, freeMiddle, inkedPlaces } from "./page-actions.ts";

const document = syntheticDocument();
/** Best known term: first in any search for its own name. */
const term = document.terms.reduce((best, candidate) => (candidate.papers > best.papers ? candidate : best));

async function hide(page: Page, layers: string): Promise<void> {
  await page.locator(layers).evaluateAll((elements) => {
    for (const element of elements) (element as HTMLElement).style.visibility = "hidden";
  });
}

describeMap("what is drawn", document, (map) => {
  test.each(["light", "dark"] as const)(
    "density contours on demand: on the map, in the legend, in the link, in the picture; they follow the filters (%s)",
    async (colorScheme) => {
      await map.use(
        async (page) => {
          const toggle = page.getByRole("button", { name: "Density contours" });
          expect(await ink(page, ".layer-contours")).toBe(0);
          await toggle.click();
          await expect.poll(() => ink(page, ".layer-contours")).toBeGreaterThan(1000);
          await page.getByText("The further in a line").waitFor();
          expect(await axeViolations(page)).toEqual([]);
          const whole = await ink(page, ".layer-contours");
          await page.getByRole("button", { name: `Show only ${document.communities[1]!.label}` }).focus();
          await page.keyboard.press("Enter");
          await expect.poll(() => ink(page, ".layer-contours")).toBeLessThan(whole * 0.7);
          await page.reload();
          await expect.poll(() => toggle.getAttribute("aria-pressed")).toBe("true");
          await expect.poll(() => ink(page, ".layer-contours")).toBeGreaterThan(100);
          await page.getByRole("button", { name: "Link, picture and data" }).click();
          const svg = await download(page, "SVG");
          expect(svg.match(/<path class="contour"/g)!.length).toBeGreaterThan(5);
          expect(svg).toContain("Density contours");
          await page.keyboard.press("Escape");
          await toggle.click();
          await expect.poll(() => ink(page, ".layer-contours")).toBe(0);
        },
        { colorScheme },
      );
    },
  );

  test("Sigma draws nodes and edges: they are its canvases' alone", async () => {
    await map.use(async (page) => {
      // Edges come with the zoom.
      const edges = () => page.locator(".sigma-edges").evaluate((layer) => Number(getComputedStyle(layer).opacity));
      expect(await edges()).toBe(0);
      for (let step = 0; step < 2; step++) await page.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(edges).toBeGreaterThan(0.3);
      await page.waitForTimeout(1000);
      await hide(page, ".overlay, .overlay *, .layer-lands, .layer-contours");
      const whole = await coloredPixels(page);
      await hide(page, ".sigma-edges");
      const nodes = await coloredPixels(page);
      await hide(page, ".sigma-nodes");
      expect(nodes).toBeGreaterThan(2000);
      expect(whole).toBeGreaterThan(nodes);
      expect(await coloredPixels(page)).toBeLessThan(nodes / 20);
    });
  });

  test("the first picture is there before Sigma has its nodes, as it stays; only programs that are used are made", async () => {
    const { page, complaints, close } = await map.browser.open(map.url, {}, () => {
      const held: IdleRequestCallback[] = [];
      // Sigma is given its nodes when the page is idle.
      window.requestIdleCallback = (run) => held.push(run);
      const { prototype } = WebGL2RenderingContext;
      const link = Reflect.get(prototype, "linkProgram");
      let programs = 0;
      prototype.linkProgram = function linkProgram(program) {
        programs++;
        link.call(this, program);
      };
      Object.assign(window, {
        programsMade: () => programs,
        letBeIdle: () => {
          for (let run = held.shift(); run; run = held.shift()) run({ didTimeout: true, timeRemaining: () => 0 });
        },
      });
    });
    await page.waitForTimeout(1000);
    await hide(page, ".overlay, .overlay *");
    const sketched = await coloredPixels(page);
    await page.evaluate("letBeIdle()");
    await hide(page, ".layer-lands");
    await expect.poll(() => coloredPixels(page)).toBeGreaterThan(0.85 * sketched);
    expect(await coloredPixels(page)).toBeLessThan(1.15 * sketched);
    expect(sketched).toBeGreaterThan(2000);
    expect(await page.evaluate("programsMade()")).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  test("what is drawn in two dimensions is drawn by the processor: nothing of it waits for a graphics card", async () => {
    await map.use(async (page) => {
      await page.getByRole("button", { name: "Density contours" }).click();
      await expect.poll(() => ink(page, ".layer-contours")).toBeGreaterThan(1000);
      const layers = page.locator(".layer-lands, .layer-contours, .layer-labels");
      const plain = await layers.evaluateAll((canvases) =>
        canvases.map(
          (canvas) => (canvas as HTMLCanvasElement).getContext("2d")!.getContextAttributes().willReadFrequently,
        ),
      );
      expect(plain).toEqual([true, true, true]);
    });
  });

  test("a map that the graphics driver took away comes back where it was", async () => {
    await map.use(async (page) => {
      await find(page, term.term);
      const camera = async () => new URLSearchParams(new URL(await linkOf(page)).hash.slice(1)).get("camera");
      await expect.poll(camera).not.toBeNull();
      let before = await camera();
      await expect
        .poll(async () => {
          const last = before;
          before = await camera();
          return last === before;
        })
        .toBe(true);
      const canvas = await page.locator(".sigma-nodes").elementHandle();
      await canvas.evaluate((element) => {
        (element as HTMLCanvasElement).getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext();
      });
      await expect.poll(() => canvas.evaluate((element) => element.isConnected)).toBe(false);
      await page.locator(".sigma-nodes").waitFor();
      expect(await camera()).toBe(before);
      expect(await coloredPixels(page)).toBeGreaterThan(2000);
    });
  });

  test("a click on a lit edge opens the sentences behind it", async () => {
    await map.use(async (page) => {
      await find(page, term.term);
      const heading = page.locator(".detail h2");
      const middle = await freeMiddle(page);
      // The flight is over once the picture stays as it is.
      let places = await inkedPlaces(page, middle, 62);
      await expect
        .poll(
          async () => {
            const before = JSON.stringify(places);
            places = await inkedPlaces(page, middle, 62);
            return places.length > 0 && JSON.stringify(places) === before;
          },
          { interval: 500, timeout: 30_000 },
        )
        .toBe(true);
      // Some of the places are names or other nodes; a few clicks find an edge.
      for (const place of places.slice(0, 25)) {
        await page.mouse.click(place.x, place.y);
        // On a busy machine the panel comes well after the click.
        const isOther = expect.poll(() => heading.allTextContents(), { timeout: 5000 }).not.toEqual([term.term]);
        if (await isOther.then(() => false).catch(() => true)) continue;
        if ((await heading.allTextContents())[0]?.includes("↔")) break;
        await page.goBack();
        await expect.poll(() => heading.textContent()).toBe(term.term);
      }
      await expect.poll(() => heading.textContent()).toContain("↔");
      await page.locator(".detail blockquote, .detail .node-link").first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
    });
  }, 180_000);

  test("back returns to where the map was looked at", async () => {
    await map.use(async (page) => {
      const camera = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get("camera") ?? undefined;
      const two = document.terms.filter(({ papers }) => papers > 2).slice(0, 2);
      await find(page, two[0]!.term);
      await expect.poll(camera).toBeDefined();
      await page.keyboard.press("+");
      await page.keyboard.press("+");
      const zoomed = async () => {
        const first = camera();
        await page.waitForTimeout(700);
        return first !== undefined && first === camera();
      };
      await expect.poll(zoomed).toBe(true);
      const before = camera();
      await find(page, two[1]!.term);
      await page.keyboard.press("-");
      await expect.poll(camera).not.toBe(before);
      await expect.poll(zoomed).toBe(true);
      await page.goBack();
      await expect.poll(() => page.locator(".detail h2").textContent()).toBe(two[0]!.term);
      await expect.poll(zoomed).toBe(true);
      expect(camera()).toBe(before);
    });
  });

  test("the mouse on a mark lights its node, the mouse on a node its mark", async () => {
    await map.use(async (page) => {
      await find(page, term.term);
      const middle = await freeMiddle(page);
      const camera = new URLSearchParams(new URL(await linkOf(page)).hash.slice(1)).get("camera")!;
      const mention = Array.from(document.mentions).find((edge) => edge.term === term.node)!;
      const paper = document.papers.find(({ node }) => node === mention.paper)!;
      await page.goto("about:blank");
      await page.goto(`${map.url}#at=${encodeURIComponent(`paper:${paper.id}`)}&camera=${camera}`);
      await page.getByRole("heading", { level: 2, name: paper.title }).waitFor();
      const mark = page.locator(".abstract .mark", { hasText: term.term }).first();
      await page.mouse.move(middle.x, middle.y);
      await expect.poll(() => mark.getAttribute("class")).toContain("lit");
      await page.mouse.move(middle.x, 5);
      await expect.poll(() => mark.getAttribute("class")).not.toContain("lit");
      const before = await ink(page, ".layer-labels");
      await mark.hover();
      // Another neighbourhood is drawn than that of the open paper.
      await expect.poll(() => ink(page, ".layer-labels")).not.toBe(before);
    });
  });
});
