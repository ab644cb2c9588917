import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { explanationLines } from "../../src/cli/print/explanation.ts";
import { type LedgerEntry, readLedger, writeLedger } from "../../src/contract/ledger.ts";
import { explainTerm } from "../../src/query/explain.ts";
import { indexGraph, type GraphIndex } from "../../src/query/graph-index.ts";
import { buildSample } from "../sample.ts";

let document: GraphDocument;
let index: GraphIndex;
let ledger: LedgerEntry[];
beforeAll(async () => {
  const built = await buildSample();
  document = built.value.document;
  index = indexGraph(document);
  ledger = readLedger([...writeLedger(built.ledger)].join(""));
});
const explain = (term: string): string => explanationLines(index, explainTerm(index, ledger, term)).join("\n");

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
    expect(explainTerm(index, ledger, "worked examples").kind).toBe("absent");
    const text = explain("worked examples");
    expect(text).toContain("the words stand in");
    expect(text).toContain("keep\tworked examples".replace("\t", "<TAB>"));
    expect(text).toContain("but were not taken for a term there");
    expect(explain("graph cheese networks")).toMatch(/do not stand together[\s\S]*nearest +graph/);
  });

  it("of a term left off the map says by which rule, where it was found and how to have it", () => {
    const paper = document.papers[3]!;
    const rule = "in fewer than 2 papers and not among its paper's 2 most salient rare terms";
    const drop: LedgerEntry = {
      stage: "graph",
      action: "drop",
      subject: "pipe organ",
      rule,
      count: 1,
      paper: paper.id,
    };
    const text = explanationLines(index, explainTerm(index, [drop], "Pipe organ")).join("\n");
    expect(text).toContain(`found      as "pipe organ", 1 mention, first in ${paper.title}`);
    expect(text).toContain(`left out   it stands ${rule}`);
    expect(text).toContain("keep<TAB>pipe organ");
    expect(text).not.toContain("not taken for a term");
  });

  it("of a term that a person dropped names the line, by any of its forms", () => {
    const row = { stage: "variants", rule: "plural", count: 2 } as const;
    const rows: LedgerEntry[] = [
      { ...row, action: "merge", subject: "paper lanterns", result: "paper lantern" },
      { ...row, stage: "extract", action: "drop", subject: "paper lantern", rule: "decision line 3", by: "person" },
    ];
    const explanation = explainTerm(index, rows, "Paper Lanterns");
    expect(explanation).toMatchObject({ kind: "absent", drops: [{ name: "paper lantern", decided: true }] });
    const text = explanationLines(index, explanation).join("\n");
    expect(text).toContain('as "paper lantern", by decision line 3 in decisions.tsv');
    expect(text).toContain("remove that line");
  });
});
