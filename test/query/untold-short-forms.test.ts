import { expect, it } from "vitest";
import { indexGraph } from "../../src/query/graph-index.ts";
import { untoldShortForms } from "../../src/query/untold-short-forms.ts";
import { graphDocument, mentionEdge, paperNode, termNode } from "../documents/records.ts";

const ABSTRACTS = [
  "We scan by computed tomography (CT). The CT is cheap, and so are GPUs.",
  "A CT of the heart, seen by AFM and by GPUs of WW II.",
  "Nothing short here, but AFM-based and U-Net.",
];
const place = (paper: number, text: string) => {
  const start = ABSTRACTS[paper]!.indexOf(text);
  return { field: "abstract", start, end: start + text.length, sentence: [0, ABSTRACTS[paper]!.length] } as const;
};
const document = graphDocument({
  papers: ABSTRACTS.map((abstract, number) => ({ ...paperNode(number), title: "ALL SHOUTED", abstract })),
  terms: [
    { ...termNode(0, "computed tomography", "method"), aliases: [{ text: "CT", rule: "abbreviation", count: 1 }] },
    termNode(1, "AFM", "method"),
  ],
  mentions: [
    { ...mentionEdge("p0", "t0", "uses"), evidence: [place(0, "computed tomography"), place(0, "CT")] },
    { ...mentionEdge("p1", "t1", "uses"), evidence: [place(1, "AFM")] },
  ],
});

it("short forms are untold where their paper's terms do not spell them out", () => {
  expect(untoldShortForms(indexGraph(document))).toEqual([
    { short: "GPU", papers: [0, 1], elsewhere: [] },
    { short: "AFM", papers: [1], elsewhere: [] },
    { short: "CT", papers: [1], elsewhere: [3] },
    { short: "WW", papers: [1], elsewhere: [] },
  ]);
});
