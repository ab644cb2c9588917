/**
 * Whether what a map says at first sight is true of the place where it is said: names of communities over foreign land, and
 * named terms that stand where at least half of their papers are. Read off the page as it is painted.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { LIGHT, channelsOf } from "../../web/lib/color.ts";
import { landColor } from "../../web/map/background/land-layer.ts";
import { KEEP_TEXTS, termsNamed, textsOf } from "../web/drawn-texts.ts";
import { onNewPage, rounded } from "./measuring.ts";

interface Over {
  readonly label: string;
  /** Colours under the name's box, as numbers, each with its pixels. */
  readonly under: readonly (readonly [color: number, pixels: number])[];
}

export async function measureNames(map: string, graph: string): Promise<Record<string, number>> {
  const document = JSON.parse(readFileSync(graph, "utf8")) as GraphDocument;
  return onNewPage(async (page) => {
    await page.addInitScript(KEEP_TEXTS);
    await page.goto(pathToFileURL(map).href);
    await page.locator(".region-name").first().waitFor({ state: "attached" });
    await page.waitForTimeout(4000);
    const regions = await page.evaluate<Over[]>(COLORS_UNDER);
    const fills = new Map(
      document.communities
        .filter(({ parent }) => parent === undefined)
        .map(({ label, color }) => [label, packed(landColor(channelsOf(color), LIGHT))]),
    );
    const lands = new Set(fills.values());
    const shares = regions.map(({ label, under }) => {
      const all = under.reduce((sum, [, pixels]) => sum + pixels, 0);
      const foreign = under.reduce(
        (sum, [color, pixels]) => (lands.has(color) && color !== fills.get(label) ? sum + pixels : sum),
        0,
      );
      return foreign / Math.max(1, all);
    });
    const communityOf = new Map(document.papers.map((paper) => [paper.node, paper.community]));
    const named = termsNamed(document, await textsOf(page));
    const atHome = named.filter((term) => {
      const papers = Array.from(document.mentions).filter((mention) => mention.term === term.node);
      return 2 * papers.filter(({ paper }) => communityOf.get(paper) === term.community).length >= papers.length;
    });
    return {
      "names of communities": regions.length,
      "of them mostly over foreign land": shares.filter((share) => share > 0.5).length,
      "largest share over foreign land, %": rounded(100 * Math.max(0, ...shares)),
      "named terms": named.length,
      "of them at home, %": rounded((100 * atHome.length) / Math.max(1, named.length)),
    };
  });
}

function packed([red, green, blue]: readonly [number, number, number]): number {
  const byte = (channel: number) => Math.round(channel);
  return (byte(red) << 16) | (byte(green) << 8) | byte(blue);
}

const COLORS_UNDER = `(() => {
  const lands = document.querySelector(".layer-lands");
  const context = lands.getContext("2d");
  return [...document.querySelectorAll(".region-name")]
    .filter((name) => Number(name.style.opacity) > 0)
    .map((name) => {
      const box = name.getBoundingClientRect();
      const { data } = context.getImageData(Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height));
      const under = new Map();
      for (let i = 0; i < data.length; i += 4) {
        const color = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
        under.set(color, (under.get(color) ?? 0) + 1);
      }
      return { label: name.textContent, under: [...under] };
    });
})()`;
