import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { explainTerm, type LedgerEntry } from "../../src/explain/explain.ts";
import { buildSample } from "../sample.ts";

let document: GraphDocument;
let ledger: LedgerEntry[];
beforeAll(async () => {
  const built = await buildSample();
  document = built.value.document;
  ledger = built.decisions.map(({ stage, action, subject, rule, result = "", count = "", paper = "" }) => ({
    stage,
    action,
    subject,
    rule,
    result,
    count: String(count),
    paper,
  }));
});
const explain = (term: string): string => explainTerm(document, ledger, term).lines.join("\n");

describe("the trail of a term", () => {
  it("is told for any form of it, with sentence, merges, type, roles, place and neighbours", () => {
    const text = explain("fid");
    expect(text).toMatch(/^Fréchet Inception Distance +\(asked for as "fid"\)/);
    expect(text).toMatch(/found +\d+ mentions in 7 of 90 papers/);
    expect(text).toMatch(/“.*FID.*”/);
    expect(text).toMatch(/FID +rule abbreviation, \d+ mentions/);
    expect(text).toMatch(/kept +7 papers, limit 2; salience up to 0\.\d+/);
    expect(text).toMatch(/typed +metric +because \S+/);
    expect(text).toMatch(/role +.*evaluates \d+/);
    expect(text).toMatch(/placed +community \d+ ".+"/);
    expect(text).toMatch(/near +.+npmi 0\.\d+, \d+ papers/);
  });

  it("of an absent term says where the words stand, what is near, and how to keep it", () => {
    expect(explainTerm(document, ledger, "worked examples").found).toBe(false);
    const text = explain("worked examples");
    expect(text).toContain("the words stand in");
    expect(text).toContain("keep\tworked examples".replace("\t", "<TAB>"));
    expect(explain("graph cheese networks")).toMatch(/do not stand together[\s\S]*nearest +graph/);
  });
});
