/**
 * In real Chromium: what is shown, in which colours, and how a view is carried away.
 */
import { expect, test } from "vitest";
import { syntheticDocument } from "../documents/synthetic.ts";
import { axeViolations, describeMap } from "./browser.ts";
import { downloadBytes, find, linkOf } from "./page-actions.ts";

const document = syntheticDocument();
const community = document.communities[1]!;
/** Best known term: first in any search for its own name. */
const term = document.terms.reduce((best, candidate) => (candidate.papers > best.papers ? candidate : best));
const ALL = "90 papers · 180 terms · 8 communities";

const cameraIn = (link: string) => /camera=[^&]*/.exec(link)?.[0];

describeMap("filters, colours and links", document, (map) => {
  test("kinds and communities switch off and on, and the summary tells what remains", async () => {
    await map.use(async (page) => {
      await page.getByRole("button", { name: "Hide Methods" }).click();
      await page.getByText(/^Showing 90 papers and \d+ terms$/).waitFor();
      await page.getByRole("button", { name: "Show Methods" }).click();
      await page.getByText(ALL).waitFor();
      // One click shows one kind alone, and moves no list under the mouse.
      const methods = page.getByRole("button", { name: /^Methods/ });
      const before = await methods.boundingBox();
      await methods.click();
      await page.getByText(/^only methods/).waitFor();
      await page.getByText(/^Showing 0 papers and \d+ terms$/).waitFor();
      expect(await methods.boundingBox()).toEqual(before);
      // Where no paper is left, communities count terms.
      await page.locator(".legend h2 .unit", { hasText: "terms" }).waitFor();
      await methods.click();
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
      await page.locator(".legend-list li", { hasText: community.label }).hover();
      await page.getByRole("button", { name: `Show only ${community.label}` }).click();
      await page.getByText(`Showing ${community.papers} papers`).waitFor();
      await page.getByRole("button", { name: "Show all" }).click();
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    });
  });

  test("filters stack, tell what they take away, are undone one by one, and survive a reload", async () => {
    await map.use(async (page) => {
      await page.locator(".filters summary").click();
      await page.getByLabel("Earliest date").press("ArrowRight");
      await page.getByLabel("Fewest papers").press("ArrowRight");
      await page.getByRole("button", { name: "mentioned", exact: true }).click();
      const chips = page.locator(".active-filters .pill");
      await expect.poll(() => chips.count()).toBe(3);
      await page.getByText(/^Showing \d+ papers and \d+ terms$/).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => chips.count()).toBe(3);
      for (const left of [2, 1, 0]) {
        await chips.first().click();
        await expect.poll(() => chips.count()).toBe(left);
      }
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    });
  });

  test("words of an abstract find their papers, with the sentence; they can be filtered by", async () => {
    const paper = document.papers.find(({ abstract }) => (abstract ?? "").split(" ").length > 8)!;
    const words = /[A-Za-z]{4,} [A-Za-z]{4,}/.exec(paper.abstract!.slice(20))![0];
    await map.use(async (page) => {
      await page.locator("#search").fill(`"${words}" ${words.split(" ")[0]}`);
      const group = page.getByRole("group", { name: /^Papers that match/ });
      await group.getByRole("option").first().waitFor();
      expect((await group.locator(".sentence").first().textContent())!.toLowerCase()).toContain(
        words.split(" ")[0]!.toLowerCase(),
      );
      expect(await axeViolations(page)).toEqual([]);
      await page.locator("#search").fill(words);
      await page.getByRole("group", { name: /^In titles and abstracts/ }).waitFor();
      await page.getByRole("option", { name: /^Show only the / }).click();
      await page.locator(".chip, .filter-chip").first().waitFor();
    });
  });

  test("a typed search filters; a mistake in it is told", async () => {
    await map.use(async (page) => {
      const papers = new Set([...document.mentions].filter((edge) => edge.term === term.node).map((edge) => edge.paper))
        .size;
      const home = cameraIn(await linkOf(page));
      await page.locator("#search").fill(`term:"${term.term}`);
      await page.getByText("The quotation mark is not closed").waitFor();
      await page.locator("#search").fill(`term:"${term.term}"`);
      await page.getByRole("option", { name: `Show only the ${papers} papers that match` }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByText(new RegExp(`^Showing ${papers} papers`)).waitFor();
      // The map flies to what is left.
      expect(cameraIn(await linkOf(page))).not.toBe(home);
      await page.locator(".active-filters .pill").click();
      await page.getByText("90 papers · 180 terms · 8 communities").waitFor();
    });
  });

  test("filters that leave nothing say so", async () => {
    await map.use(async (page) => {
      for (const kind of ["Papers", "Methods", "Tasks", "Datasets", "Metrics", "Concepts"])
        await page.getByRole("button", { name: `Hide ${kind}` }).click();
      await page.getByText("The filters leave nothing to show.").waitFor();
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("colours tell what is asked for, and the legend with them", async () => {
    await map.use(async (page) => {
      await page.getByLabel("Colour by").selectOption("date");
      await expect.poll(() => page.locator(".scale").textContent()).toBe("2012-012025-12");
      expect(await axeViolations(page)).toEqual([]);
      await page.getByLabel("Colour by").selectOption("type");
      await expect.poll(() => page.locator(".scale").count()).toBe(0);
      expect(new URL(page.url()).hash).toBe("#colour=type");

      // Along time, with an axis and what has no date; a bar leaves its papers alone.
      await page.locator(".map").press("y");
      const dated = document.papers.filter(({ date }) => date).length;
      await page.getByText(`${dated} of 90 papers are dated`).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      const [bar, papers] = await page.locator(".time-bar").evaluateAll((bars) => {
        const name = bars.map((one) => one.getAttribute("aria-label")!).find((one) => !/: 0 papers/.test(one))!;
        return [name, Number(/: (\d+)/.exec(name)![1])] as const;
      });
      await page.getByRole("button", { name: bar }).click();
      await page.getByText(new RegExp(`^Showing ${papers} papers?`)).waitFor();
      await page.getByRole("button", { name: bar }).click();
      await page.getByText(ALL).waitFor();
    });
  });

  test("only the neighbours of the selection, a brush over the dates, a range of counts: each undone by one click", async () => {
    await map.use(async (page) => {
      await find(page, term.term);
      await page.getByRole("button", { name: "Only neighbours" }).click();
      await page.getByText(/^Showing \d+ papers? and \d+ terms?$/).waitFor();
      await page.getByRole("button", { name: `Undo: around ${term.term}` }).click();
      await page.getByText(ALL).waitFor();

      await page.locator(".filters summary").click();
      const box = (await page.locator(".histogram").boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.4, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.7, box.y + 20, { steps: 4 });
      await page.mouse.up();
      await page.getByText(/^Showing \d+ papers and \d+ terms$/).waitFor();
      const dates = new URLSearchParams(new URL(page.url()).hash.slice(1)).get("dates")!.split("..");
      const left = document.papers.filter(
        ({ date }) => date && date.slice(0, 7) >= dates[0]! && date.slice(0, 7) <= dates[1]!,
      );
      await page.getByText(new RegExp(`^Showing ${left.length} papers`)).waitFor();
      // The legend counts what is left.
      expect(await page.locator(".chip", { hasText: "Papers" }).locator(".number").textContent()).toBe(
        `${left.length}`,
      );
      await page.locator(".active-filters .pill").click();
      await page.getByText(ALL).waitFor();

      await page.getByLabel("Fewest papers").press("End");
      await page.getByText(/^Showing 90 papers and [1-9] terms?$/).waitFor();
      await page.locator(".active-filters .pill").click();
      await page.getByText(ALL).waitFor();
    });
  });

  test("a link brings back the whole view: selection, filters, colours, sizes, contours, camera", async () => {
    await map.use(async (page) => {
      await find(page, term.term);
      await page.getByLabel("Colour by").selectOption("type");
      await page.getByRole("button", { name: "Density contours" }).click();
      await page.getByRole("button", { name: "Hide Metrics" }).click();
      await page.locator(".filters summary").click();
      await page.getByLabel("Fewest papers").press("ArrowRight");
      await page.getByRole("button", { name: "Zoom in" }).click();
      // The name of the map, by keyboard.
      await page.locator("h1 button").press("Enter");
      await page.getByRole("textbox", { name: "Name this map" }).fill("Papers & terms");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.title()).toBe("Papers & terms · Paperweave");
      const link = await linkOf(page);
      // The address restores as much as the link.
      await expect.poll(() => page.url()).toBe(link);
      await page.goto("about:blank");
      await page.goto(link);
      await page.getByRole("heading", { level: 2, name: term.term }).waitFor();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Papers & terms");
      expect(await linkOf(page)).toBe(link);
      expect(await page.getByLabel("Colour by").inputValue()).toBe("type");
      expect(await page.locator(".active-filters .pill").count()).toBe(2);
    });
  });

  test("the view is carried away: link, pictures, and the data that the filters leave", async () => {
    await map.use(async (page) => {
      const download = async (name: string) => downloadBytes(page, name);
      await page.getByRole("button", { name: "Hide Methods" }).click();
      await page.getByRole("button", { name: "Zoom in" }).click();
      await page.getByRole("button", { name: "Link, picture and data" }).click();
      expect(await axeViolations(page)).toEqual([]);

      const shown = document.terms.filter(({ type }) => type !== "method");
      const graphml = (await download("GraphML")).toString();
      expect(graphml.match(/<node /g)).toHaveLength(document.papers.length + shown.length);
      const part = JSON.parse((await download("JSON")).toString()) as typeof document;
      expect(part.terms.map(({ node }) => node)).toEqual(shown.map(({ node }) => node));
      expect([...part.mentions].every((edge) => shown.some(({ node }) => node === edge.term))).toBe(true);
      expect((await download("Terms (CSV)")).toString().trim().split("\n")).toHaveLength(shown.length + 1);

      const png = await download("PNG");
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBeGreaterThan(2000);
      const slide = await download("PNG for a slide");
      expect(slide.readUInt32BE(16) / slide.readUInt32BE(20)).toBeCloseTo(16 / 9, 2);
      expect((await download("BibTeX")).toString().match(/^@/gm)).toHaveLength(document.papers.length);
      const svg = (await download("SVG")).toString();
      const names = await page.evaluate(
        (text) => {
          const picture = new DOMParser().parseFromString(text, "image/svg+xml");
          return [
            picture.documentElement.nodeName,
            ...Array.from(picture.querySelectorAll("text"), (line) => line.textContent),
          ];
          // The page's policy holds for what it parses.
        },
        svg.replace(/<style>[^]*<\/style>/, ""),
      );
      expect(names[0]).toBe("svg");
      expect(svg).toContain("<title>Map of 90 papers</title>");
      expect(names).toContain("Map of 90 papers");
      expect(svg).toContain("@font-face");
      // In the legend, whatever the map shows at this distance.
      for (const { label } of document.communities) expect(names).toContain(label);

      const link = await page.getByRole("textbox", { name: "Link to this view" }).inputValue();
      expect(new URLSearchParams(new URL(link).hash.slice(1)).get("hide")).toBe("method");
      await page.keyboard.press("Escape");
      await page.goto("about:blank");
      await page.goto(link);
      await page.getByText(`Showing 90 papers and ${shown.length} terms`).waitFor();
      await page.getByRole("button", { name: "Link, picture and data" }).click();
      expect(await page.getByRole("textbox", { name: "Link to this view" }).inputValue()).toBe(link);
    });
  });

  test("an area that is drawn, or all in the window by keys, is what remains; a link to what is not there says so", async () => {
    const hash = `#at=term:nothing-of-the-kind`;
    await map.use(
      async (page) => {
        await page.getByText("The link names “term:nothing-of-the-kind”").waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.locator(".page-hint").getByRole("button", { name: "Close" }).click();
        // An address that is typed over the present one says so, too.
        await page.evaluate(() => (location.hash = "#at=term:nothing-either"));
        await page.getByText("The link names “term:nothing-either”").waitFor();
        await page.evaluate((name) => (location.hash = `#at=term:${name}`), document.terms[0]!.term);
        await page.getByRole("heading", { level: 2, name: document.terms[0]!.term }).waitFor();
        expect(await page.locator(".page-hint").count()).toBe(0);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Draw around a part of the map" }).click();
        expect(await axeViolations(page)).toEqual([]);
        await page.mouse.move(700, 300);
        await page.mouse.down();
        for (const [x, y] of [
          [950, 300],
          [950, 600],
          [700, 600],
        ] as const)
          await page.mouse.move(x, y, { steps: 4 });
        await page.mouse.up();
        const remaining = page.getByText(/^Showing \d+ papers? and \d+ terms?$/);
        await remaining.waitFor();
        const part = await remaining.textContent();
        await page.reload();
        await expect.poll(() => remaining.textContent()).toBe(part);
        await page.getByRole("button", { name: "Undo: drawn area" }).click();
        await page.getByText(ALL).waitFor();
        // All of the map is in the window.
        await page.keyboard.press("l");
        await page.locator(".lasso").waitFor({ state: "attached" });
        await page.keyboard.press("Enter");
        await page.getByRole("button", { name: "Undo: drawn area" }).waitFor();
        await page.getByText(ALL).waitFor();
      },
      {},
      hash,
    );
  });
});
