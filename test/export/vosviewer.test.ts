import { describe, expect, it } from "vitest";
import { HOSTILE } from "../documents/hostile.ts";
import { smallDocument } from "../documents/small.ts";
import { TINY } from "../documents/tiny.ts";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { writtenText } from "./written.ts";

interface VosviewerFile {
  readonly network: {
    readonly items: readonly {
      readonly id: string;
      readonly label: string;
      readonly description: string;
      readonly url?: string;
      readonly x: number;
      readonly y: number;
      readonly cluster: number;
      readonly weights: Readonly<Record<string, number>>;
      readonly scores: Readonly<Record<string, number>>;
    }[];
    readonly links: readonly { readonly source_id: string; readonly target_id: string; readonly strength: number }[];
    readonly clusters: readonly { readonly cluster: number; readonly label: string }[];
  };
  readonly config: { readonly color_schemes: { readonly cluster_colors: readonly unknown[] } };
}

async function read(document: GraphDocument, flavour?: string): Promise<VosviewerFile> {
  const options = flavour === undefined ? {} : { flavour };
  return JSON.parse(await writtenText("vosviewer", "vosviewer.json", document, options)) as VosviewerFile;
}

/** What VOSviewer Online refuses a file for (its errors.js). */
function faultsOf({ network: { items, links } }: VosviewerFile): unknown[] {
  const ids = new Set(items.map(({ id }) => id));
  const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
  return [
    ...(ids.size < items.length ? ["ids repeat"] : []),
    ...items.filter(({ id, x, y }) => id === "" || !isNumber(x) || !isNumber(y)),
    ...items.filter(({ weights }) => !Object.values(weights).every((value) => isNumber(value) && value >= 0)),
    ...items.filter(({ scores }) => !Object.values(scores).every(isNumber)),
    ...items.filter(({ cluster }) => !Number.isInteger(cluster) || cluster < 1 || cluster > 1000),
    ...links.filter(({ source_id, target_id }) => !ids.has(source_id) || !ids.has(target_id)),
    ...links.filter(({ strength }) => !(strength >= 0)),
  ];
}

describe("VOSviewer", () => {
  it("items with clusters from 1 in our colours, one link a pair", async () => {
    const { network, config } = await read(TINY);
    expect(network.items.map(({ id, cluster }) => [id, cluster])).toEqual([
      ["p0", 1],
      ["p1", 2],
      ["t0", 1],
      ["t1", 2],
    ]);
    expect(network.links).toContainEqual({ source_id: "t0", target_id: "t1", strength: 1 });
    expect(network.links).toHaveLength(5);
    expect(network.clusters).toEqual([
      { cluster: 1, label: "Weaving & knots" },
      { cluster: 2, label: "Numbers" },
    ]);
    expect(config.color_schemes.cluster_colors).toEqual([
      { cluster: 1, color: "#0a7bff" },
      { cluster: 2, color: "#ff8800" },
    ]);
  });

  it("panels tell what a node is, with a sentence of evidence", async () => {
    const { network } = await read(TINY);
    const term = network.items.find(({ id }) => id === "t0")!;
    expect(term.description).toContain("method");
    expect(term.description).toContain("GW, graph-weaving");
    expect(term.description).toContain("proposes: </span>");
    expect(term.description).toContain(
      "We weave &lt;b&gt;papers&lt;/b&gt; &amp; terms with &quot;graph weaving&quot; (GW).",
    );
    const paper = network.items.find(({ id }) => id === "p0")!;
    expect(paper.description).toContain("2024-05-06");
    expect(paper.description).toContain("studies: </span>");
  });

  it("scores: confidence, and the date where there is one", async () => {
    const { network } = await read(smallDocument());
    const scores = Object.fromEntries(network.items.map(({ id, scores: all }) => [id, all]));
    expect(scores["p0"]).toEqual({ "Avg. pub. year": 2022.1667, Confidence: 1 });
    // contrastive learning: March 2022 and May 2023.
    expect(scores["t0"]!["Avg. pub. year"]).toBeCloseTo((2022 + 2 / 12 + 2023 + 4 / 12) / 2, 3);
    expect((await read(TINY)).network.items.find(({ id }) => id === "p1")!.scores).toEqual({ Confidence: 1 });
  });

  it("flavour terms: a link is as strong as the number of papers with both", async () => {
    const { network } = await read(smallDocument(), "terms");
    expect(network.items.map(({ label }) => label)).toEqual(smallDocument().terms.map(({ term }) => term));
    expect(network.links).toEqual([
      { source_id: "t0", target_id: "t1", strength: 2 },
      { source_id: "t0", target_id: "t2", strength: 1 },
      { source_id: "t1", target_id: "t2", strength: 1 },
    ]);
  });

  it.each([undefined, "terms"])("takes hostile texts, and no address but the web's (flavour %s)", async (flavour) => {
    const file = await read(HOSTILE, flavour);
    expect(faultsOf(file)).toEqual([]);
    const { items } = file.network;
    expect(items.flatMap(({ url }) => url ?? []).filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
    const tags = items.flatMap(({ description }) => description.match(/<[^>]*>/g) ?? []);
    expect(new Set(tags.map((tag) => tag.replace(/ class="description_(heading|label|text)"/, "")))).toEqual(
      new Set(["<div>", "</div>", "<span>", "</span>"]),
    );
  });
});
