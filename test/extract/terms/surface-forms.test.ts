import { describe, expect, it } from "vitest";
import { aliasesOf, canonicalForm, type Form } from "../../../src/extract/terms/surface-forms.ts";
import { variantKey } from "../../../src/extract/text/variants.ts";

function form(text: string, count: number, running = count, short = false, coined = 0): Form {
  return { text, key: variantKey(text), count, running, inAbstracts: running, paper: "p1", short, coined };
}

describe("the form a term is shown by", () => {
  const cases: readonly [what: string, forms: Form[], shown: string][] = [
    ["running text wins over titles", [form("Graph Network", 5, 0), form("graph network", 2, 2)], "graph network"],
    ["spelt out wins over short", [form("GNN", 9, 9, true), form("graph neural network", 3)], "graph neural network"],
    ["short wins where hardly anybody spells it out", [form("BERT", 30, 30, true), form("bidirectional", 1)], "BERT"],
    [
      "what a paper coins goes by its name",
      [form("FrogNet", 5, 5, true, 1), form("frog listening network", 1, 1, false, 1)],
      "FrogNet",
    ],
    [
      "but not what one of many papers only defines",
      [form("FLN", 40, 40, true, 1), form("frog listening network", 9)],
      "frog listening network",
    ],
    ["between equals, not in capitals", [form("POINT CLOUD", 1), form("point cloud", 1)], "point cloud"],
  ];
  it.each(cases)("%s", (_, forms, shown) => {
    expect(canonicalForm(forms)).toBe(shown);
    expect(canonicalForm([...forms].reverse())).toBe(shown);
  });

  it("leaves the others as aliases, each with its reason, frequent ones first", () => {
    const forms = [form("point clouds", 3), form("Point cloud", 1), form("point cloud", 4), form("point-cloud", 2)];
    expect(aliasesOf(forms, "point cloud").map(({ text, rule }) => `${text}: ${rule}`)).toEqual([
      "point clouds: plural",
      "point-cloud: hyphen",
      "Point cloud: case",
    ]);
  });

  it("takes back the capitals of titles where the corpus writes small, but not those of names", () => {
    const running = { small: new Set(["frog", "detection"]), capital: new Set(["gaussian"]) };
    const inTitle = (text: string) => canonicalForm([{ ...form(text, 1, 0), inAbstracts: 0 }], running);
    expect(inTitle("Frog Detection")).toBe("frog detection");
    expect(inTitle("Gaussian Frog Ponds")).toBe("Gaussian frog ponds");
    expect(inTitle("Medusa Gaze")).toBe("Medusa Gaze");
    expect(inTitle("FrogNet Detection")).toBe("FrogNet detection");
    const first = (text: string) => canonicalForm([{ ...form(text, 1, 0), inAbstracts: 1 }], running);
    expect(first("Frog detection")).toBe("frog detection");
    expect(first("Frog Detection")).toBe("Frog Detection");
  });
});
