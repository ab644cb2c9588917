import { describe, expect, it } from "vitest";
import { type Decision, readDecisions } from "../../src/contract/decisions.ts";
import {
  addDecision,
  listDecisions,
  pendingDecisions,
  removeDecision,
  standingDecisions,
  takenBack,
} from "../../web/decide/decision-file.ts";

const OWN = "# what we agreed on\ndrop\tnoise\n\nmerge\tGNNs\tgraph neural network\n";
const ALL: readonly Decision[] = [
  { kind: "merge", form: "ViTs", canonical: "Vision Transformer" },
  { kind: "split", form: "CL" },
  { kind: "type", term: "COCO", type: "dataset" },
  { kind: "drop", term: "paper" },
  { kind: "keep", term: "worked examples" },
  { kind: "label", member: "LoRA", name: "Cheap tuning" },
];

describe("decisions.tsv in the viewer", () => {
  it("keeps a person's own lines and comments; what it writes the tool can read", () => {
    const text = ALL.reduce(addDecision, OWN);
    expect(text.startsWith(OWN.trimEnd())).toBe(true);
    const parsed = readDecisions(text, "x");
    expect(parsed.problems).toEqual([]);
    expect(parsed.decisions.slice(2)).toMatchObject(ALL);
    expect(listDecisions(text).slice(2)).toEqual(ALL);
  });

  it("lets a later decision on the same thing take the earlier one's place", () => {
    const text = addDecision(OWN, { kind: "keep", term: "noise" });
    expect(text).toBe("# what we agreed on\n\nmerge\tGNNs\tgraph neural network\nkeep\tnoise\n");
  });

  it("undoes one decision and leaves the others", () => {
    const text = addDecision(OWN, { kind: "drop", term: "x" });
    expect(removeDecision(text, { kind: "drop", term: "x" })).toBe(OWN);
  });

  it("knows what the map does not show yet", () => {
    expect(pendingDecisions(addDecision(OWN, { kind: "drop", term: "x" }), OWN)).toEqual([{ kind: "drop", term: "x" }]);
    expect(pendingDecisions(OWN, OWN)).toEqual([]);
  });

  it("knows what stands on the map, and what of it was taken back", () => {
    const text = addDecision("", { kind: "drop", term: "noise" });
    expect(standingDecisions(text, OWN)).toEqual([{ kind: "drop", term: "noise" }]);
    expect(takenBack(text, OWN)).toEqual([{ kind: "merge", form: "GNNs", canonical: "graph neural network" }]);
  });

  it("cannot be broken by a tab or a line break in a name", () => {
    expect(addDecision("", { kind: "label", member: "a\tb", name: "c\nd" })).toBe("label\ta b\tc d\n");
  });
});
