/**
 * Hostile texts on the page, in real Chromium: no dialog, no element that is not ours, no report of the content policy, no
 * request, and the text on the screen is the text of the data.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isVisible } from "../../../src/contract/paper-name.ts";
import { paperUrl } from "../../../src/contract/paper-url.ts";
import { hostileDocument } from "../../documents/hostile.ts";
import { CHROMIUM, ViewerBrowser } from "../../web/browser.ts";
import { openTally, someOf, times } from "../tally.ts";
import { hostileTexts } from "./texts.ts";

const tally = openTally("page");
const BATCH = 60;
const texts = hostileTexts();
const batches = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, i) =>
  texts.slice(i * BATCH, (i + 1) * BATCH),
);

/** Elements that no panel of ours holds. */
const FOREIGN =
  "img, iframe, object, embed, base, link[rel=stylesheet], math, x, marquee, video, audio, details[ontoggle], [onerror], [onload], [onclick], [onmouseover], [srcdoc], meta[http-equiv=refresh]";

/** Links that lead elsewhere than to the web or to a place of the page, or hand the page on to where they lead. */
const LOOSE =
  'a[href]:not([href^="http://"], [href^="https://"], [href^="#"], [href^="blob:"]), a[target]:not([rel~=noopener])';
const OUTWARD = "a[target=_blank]";

interface Watched {
  readonly reports: string[];
}

function watch(): void {
  const reports: string[] = [];
  (globalThis as unknown as { watched: Watched }).watched = { reports };
  document.addEventListener("securitypolicyviolation", (event) =>
    reports.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
  for (const name of ["alert", "confirm", "prompt", "open"] as const)
    (globalThis as unknown as Record<string, unknown>)[name] = (...words: unknown[]) =>
      reports.push(`${name} ${words.join()}`);
}

const shown = async (page: Page): Promise<string> =>
  page
    .locator(".card.detail h2")
    .first()
    .evaluate((heading) => heading.textContent);
describe.skipIf(!CHROMIUM)("the page (skipped when no Chromium is installed)", () => {
  let browser: ViewerBrowser;
  beforeAll(async () => {
    browser = await ViewerBrowser.start();
  }, 300_000);
  afterAll(async () => browser.stop());

  test("panels of papers and terms", async () => {
    for (const [i, batch] of someOf(batches, 2).entries()) {
      const document = hostileDocument(batch);
      const url = await browser.writeMap(document, `hostile-${i}.html`);
      const { page, complaints, close } = await browser.open(url, {}, watch);
      page.on("dialog", (dialog) => {
        complaints.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      const elements = await page.locator(FOREIGN).count();
      const papers = document.papers.map(({ id, title }) => ["paper", id, isVisible(title) ? title : id] as const);
      const terms = document.terms.map(({ term }) => ["term", term, term] as const);
      // An address holds no half of a pair: names that differ by such halves alone have one, which leads to the first.
      const addressOf = (kind: string, name: string) => new URLSearchParams({ at: `${kind}:${name}` }).toString();
      const shownAt = new Map(
        [...papers, ...terms].reverse().map(([kind, name, shown]) => [addressOf(kind, name), shown] as const),
      );
      let outward = 0;
      // One that has an address is always among them.
      const addressed = papers.filter((_, at) => paperUrl(document.papers[at]!) !== undefined).slice(0, 1);
      for (const [kind, name] of [...someOf([...papers, ...terms], times(20, 1e6)), ...addressed]) {
        const given = JSON.stringify({ kind, name });
        const address = addressOf(kind, name);
        const wanted = shownAt.get(address)!;
        await page.evaluate((hash) => (location.hash = hash), `#${address}`);
        const found = await page
          .waitForFunction(
            // In JSON: on its way to the page a text loses halves of pairs.
            ([text]) => globalThis.document.querySelector(".card.detail h2")?.textContent === JSON.parse(text!),
            [JSON.stringify(wanted)],
            {
              timeout: 4_000,
            },
          )
          .then(
            () => true,
            () => false,
          );
        const loose = await page.locator(LOOSE).count();
        outward += await page.locator(OUTWARD).count();
        tally.add("links of the panel", loose === 0 ? undefined : `${given.slice(0, 80)}: ${loose} lead astray`);
        tally.add(
          `${kind}: the text on the screen is the data's`,
          found
            ? undefined
            : `${given.slice(0, 80)} shows ${JSON.stringify(await shown(page).catch(() => "nothing")).slice(0, 80)}`,
        );
      }
      expect(outward).toBeGreaterThan(0);
      const { reports } = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
      tally.add("no dialog, policy report or opened window", reports.length === 0 ? undefined : reports.join("; "));
      tally.add("no request, error or warning", complaints.length === 0 ? undefined : complaints.join("; "));
      tally.add(
        "no foreign element",
        (await page.locator(FOREIGN).count()) === elements ? undefined : "more elements than before",
      );
      await close();
    }
    tally.expectSurvived();
  }, 3_600_000);

  test("hostile searches and links into the page", async () => {
    const url = await browser.writeMap(hostileDocument(batches[0]!), "links.html");
    const links = [
      `search=${"(".repeat(20_000)}`,
      `search=${"NOT%20".repeat(3_000)}`,
      `search=${"a%20OR%20".repeat(3_000)}`,
      `search=${"x".repeat(200_000)}`,
      `search=${"-".repeat(20_000)}`,
      "search=%",
      "search=%zz",
      "search=%00",
      "paper=__proto__",
      "term=constructor",
      "paper=%3Cimg%20src=x%20onerror=alert(1)%3E",
      "community=1e999",
      "community=-1",
      "x=1e400&y=NaN&zoom=-1",
      "path=a..b",
      "=",
      "&&&",
      "filters=__proto__",
      "color=toString",
    ];
    for (const hash of someOf(links, 8)) {
      const { page, complaints, close } = await browser.open(`${url}#${hash}`, {}, watch);
      const failure = await page.locator(".failure").count();
      const { reports } = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
      const fault = failure > 0 ? "the map is not shown" : [...reports, ...complaints].join("; ") || undefined;
      tally.add("links", fault && `${hash.slice(0, 60)}: ${fault.slice(0, 200)}`);
      await close();
    }
    expect(links.length).toBeGreaterThan(10);
    tally.expectSurvived();
  }, 900_000);
});
