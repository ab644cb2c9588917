/**
 * The library in a browser: bundled without anything of Node, it makes the same bytes as in Node.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, FORMATS, loadResources, runPipeline, writeFormat } from "../../src/index.ts";
import { CHROMIUM, ViewerBrowser } from "./browser.ts";

const SITE = "http://library.test/";

/** The texts of one drop: each in another grammar, one with trouble. */
const FILES: Readonly<Record<string, string>> = {
  "a.csv":
    'Title,Abstract,Year\n"Tidal turbines, part 1","We design a tidal turbine with ""blade pitch"" control.\nIt turns.",2024\n',
  "b.bib":
    "@article{x, title = {Tidal turbines at Poincar\\'e bay}, abstract = {A tidal turbine with blade pitch control.}}",
  "c.jsonl": '{"title": "Seabed scour", "abstract": "Seabed scour around a tidal turbine."}\n{broken\n',
  "e.csv": 'title,abstract\n"Never closed, a tidal turbine\n',
  "d.xml":
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv</title><entry><id>http://arxiv.org/abs/2405.00001v1</id><title>Wake models</title><summary>A wake model of a tidal turbine.</summary></entry></feed>',
};

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      // The libraries of single formats, loaded by their exports alone, would be files of their own.
      rolldownOptions: {
        input: join(import.meta.dirname, "library-page.ts"),
        output: { codeSplitting: false },
      },
      modulePreload: false,
    },
  });
  const { output } = made as Rolldown.RolldownOutput;
  expect(output).toHaveLength(1);
  expect(output[0].imports).toEqual([]);
  return output[0].code;
}

describe.skipIf(CHROMIUM === undefined)("the library in a browser (skipped when no Chromium is installed)", () => {
  let browser: ViewerBrowser;
  let script = "";
  beforeAll(async () => {
    script = await bundle();
    browser = await ViewerBrowser.start({ page: false });
  }, 120_000);
  afterAll(() => browser.stop());

  it("holds nothing of Node", () => {
    expect(script).not.toMatch(/__vite-browser-external|from\s*["']node:|require\(["']/);
  });

  it("makes of dropped texts the same GraphML as Node", async () => {
    const context = await browser.blank();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.route("**", async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === "/")
        return route.fulfill({ contentType: "text/html", body: '<script type="module" src="page.js"></script>' });
      if (path === "/page.js") return route.fulfill({ contentType: "text/javascript", body: script });
      if (path.startsWith("/assets/"))
        return route.fulfill({ body: readFileSync(join(import.meta.dirname, "../../src", path)) });
      return route.fulfill({ status: 404 });
    });
    await page.goto(SITE);
    const made = await page.evaluate(async (files) => {
      const data = new DataTransfer();
      for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
      document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
      return window.made;
    }, FILES);
    await context.close();
    const sources = Object.entries(FILES).map(([file, text]) => ({ file, text }));
    const { value, problems } = await runPipeline(sources, await loadResources(), DEFAULT_CONFIG, {
      generator: "page",
    });
    const written = await Promise.resolve(
      writeFormat(
        FORMATS.find(({ id }) => id === "graphml")!,
        value.document,
      ),
    );
    expect(complaints).toEqual([]);
    expect(made?.problems).toEqual(problems.map(({ code }) => code));
    expect(made?.problems).toContain("jsonl/syntax");
    expect(value.document.papers).toHaveLength(5);
    expect(made?.graphml).toBe([...(Object.values(written)[0] ?? [])].join(""));
  });
});
