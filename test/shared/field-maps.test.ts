/**
 * Maps of small inputs that were reported: papers of one subject, and names typed without their accents.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { indexDocument } from "../../web/data/map-index.ts";
import { buildSearchIndex } from "../../web/data/search-index.ts";
import { paperweave } from "../cli/paperweave.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasShared, SHARED } from "./shared.ts";

const work = temporaryFolder();

async function build(name: string): Promise<{ folder: string; document: GraphDocument }> {
  const folder = join(work, name);
  const { code } = await paperweave(["build", join(SHARED, "field", `${name}.jsonl`), "-o", folder, "--no-cache"]);
  expect(code).toBe(0);
  return { folder, document: JSON.parse(readFileSync(join(folder, "graph.json"), "utf8")) as GraphDocument };
}

describe.skipIf(!hasShared)("twelve papers that say the same", () => {
  it("are similar, and one stable community named by what they share", async () => {
    const { document } = await build("one-subject");
    expect(document.similar.length).toBeGreaterThanOrEqual(12 * 4);
    expect(document.communities).toHaveLength(1);
    const [community] = document.communities;
    const terms = document.terms.map(({ term }) => term.toLowerCase());
    expect(terms).toEqual(expect.arrayContaining(community!.label.toLowerCase().split(" & ")));
    expect(community).toMatchObject({ papers: 12, stability: 1 });
    expect(document.quality.warning).toBeUndefined();
  });
});

describe.skipIf(!hasShared)("names typed without accents", () => {
  let map: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    map = await build("accents");
  });
  const query = async (...words: string[]) => (await paperweave(["query", map.folder, ...words])).out;

  it.each([
    ["Frechet", "Fréchet"],
    ["beta-VAE", "β-VAE"],
    ["Frechet mean", "Fréchet mean"],
  ])("%s is found as %s is", async (typed, written) => {
    expect(await query("search", `"${typed}"`)).toBe(await query("search", `"${written}"`));
    expect(await query("search", `"${typed}"`)).toMatch(/^1 papers/);
  });

  it("explained, and joined by paths", async () => {
    expect((await paperweave(["explain", "Frechet mean", map.folder])).out).toMatch(/^Fréchet mean/);
    expect(await query("path", "Frechet mean", "Riemannian gradient descent")).toMatch(/^path 1\n {4}Fréchet mean/);
  });

  it("in the viewer, as terms and in titles", async () => {
    const search = await buildSearchIndex(indexDocument(map.document));
    for (const [typed, title] of [
      ["Frechet", "The Fréchet mean on manifolds"],
      ["beta-VAE", "β-VAE for video"],
    ] as const) {
      const papers = search.find(typed).find(({ group }) => group === "paper");
      expect(papers?.hits.map(({ text }) => text)).toEqual([title]);
    }
  });
});
