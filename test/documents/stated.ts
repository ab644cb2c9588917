/**
 * Six papers that state relations and results: what questions about facts, tables and comparisons are asked of, with
 * answers that can be worked out by hand.
 */
import type { GraphDocument, MentionEdge, RelationEdge, StatedKind } from "../../src/contract/graph-document.ts";
import type { ResultRecord } from "../../src/contract/stated.ts";
import { communityRecord, graphDocument, mentionEdge, paperNode, relationEdge, termNode } from "./records.ts";

const ABSTRACTS = [
  "WeaveNet is used for panoptic segmentation. WeaveNet beats Loom on Yarnscapes by 2.1 mIoU.",
  "Loom solves segmentation. Loom is measured on Yarnscapes. Loom beats WeaveNet.",
  "Knit is used for segmentation and is measured on ImageNet.",
  "Spindle is used for weaving.",
  "The CAM (class activation mapping) is shown.",
  "The CAM (concept activation map) is shown; CAM again.",
];

/** A relation that papers state, each in its first sentence unless said otherwise. */
function stated(
  source: string,
  target: string,
  kind: StatedKind,
  papers: readonly (readonly [paper: number, sentence: readonly [number, number]])[],
  fields: Partial<RelationEdge> = {},
): RelationEdge {
  const evidence = papers.map(([paper, sentence]) => ({ paper: `p${paper}`, field: "abstract" as const, sentence }));
  return relationEdge(source, target, {
    kind,
    papers: papers.length,
    stated: papers.length,
    confidence: 0.9,
    evidence,
    ...fields,
  });
}

/** A mention where the words stand in the abstract. */
function at(paper: number, term: number, words: string, role: MentionEdge["role"], weight = 0.5): MentionEdge {
  const text = ABSTRACTS[paper]!;
  const start = text.indexOf(words);
  const from = text.lastIndexOf(". ", start) + (text.lastIndexOf(". ", start) < 0 ? 1 : 2);
  const sentence = [from, text.indexOf(".", start) + 1] as const;
  const evidence = [{ field: "abstract" as const, start, end: start + words.length, sentence }];
  return mentionEdge(`p${paper}`, `t${term}`, role, { evidence, weight });
}

const RESULT: ResultRecord = {
  paper: "p0",
  value: "2.1 mIoU",
  number: 2.1,
  unit: "mIoU",
  kind: "gain",
  cue: "beats",
  method: { text: "WeaveNet", start: 44, end: 52, term: "t0" },
  metric: { text: "mIoU", start: 84, end: 88, term: "t6" },
  on: [{ text: "Yarnscapes", start: 67, end: 77, term: "t4" }],
  baselines: [{ text: "Loom", start: 59, end: 63, term: "t1" }],
  field: "abstract",
  start: 80,
  end: 88,
  sentence: [44, 89],
};

export function statedDocument(): GraphDocument {
  return graphDocument({
    papers: ABSTRACTS.map((abstract, i) => paperNode(i, { abstract })),
    terms: [
      termNode(0, "WeaveNet", "method"),
      termNode(1, "Loom", "method", { papers: 2 }),
      termNode(2, "segmentation", "task", { papers: 3 }),
      termNode(3, "panoptic segmentation", "task"),
      termNode(4, "Yarnscapes", "dataset", { papers: 2 }),
      termNode(5, "ImageNet", "dataset"),
      termNode(6, "mIoU", "metric"),
      termNode(7, "Knit", "method"),
      termNode(8, "Spindle", "method"),
      termNode(9, "weaving", "task"),
      termNode(10, "class activation mapping", "method", {
        aliases: [{ text: "CAM", rule: "abbreviation", count: 1 }],
      }),
      termNode(11, "concept activation map", "method", { aliases: [{ text: "CAM", rule: "abbreviation", count: 2 }] }),
      termNode(12, "BERT", "method"),
    ],
    mentions: [
      at(0, 0, "WeaveNet", "proposes", 0.9),
      at(0, 1, "Loom", "compares", 0.2),
      at(0, 3, "panoptic segmentation", "studies", 0.8),
      at(0, 4, "Yarnscapes", "evaluates", 0.3),
      at(0, 6, "mIoU", "evaluates", 0.1),
      at(1, 0, "WeaveNet", "compares", 0.1),
      at(1, 1, "Loom", "proposes", 0.7),
      at(1, 2, "segmentation", "studies", 0.6),
      at(1, 4, "Yarnscapes", "evaluates", 0.3),
      at(2, 2, "segmentation", "studies", 0.4),
      at(2, 5, "ImageNet", "evaluates", 0.3),
      at(2, 7, "Knit", "proposes", 0.5),
      at(3, 8, "Spindle", "proposes", 0.5),
      at(3, 9, "weaving", "studies", 0.5),
      at(4, 10, "CAM", "uses"),
      at(5, 11, "CAM", "uses"),
      at(5, 12, "CAM", "uses"),
    ],
    relations: [
      stated("t0", "t3", "used_for", [[0, [0, 43]]]),
      stated("t0", "t1", "better_than", [[0, [44, 89]]], { contradicted: true }),
      stated("t1", "t0", "better_than", [[1, [58, 77]]], { contradicted: true }),
      stated("t0", "t4", "evaluated_on", [[0, [44, 89]]]),
      stated("t1", "t2", "used_for", [[1, [0, 25]]]),
      stated("t1", "t4", "evaluated_on", [[1, [26, 57]]]),
      stated("t3", "t2", "is_a", [], { narrower: "t3", stated: undefined as never, papers: 0 }),
      stated("t7", "t2", "used_for", [[2, [0, 58]]]),
      stated("t7", "t5", "evaluated_on", [[2, [0, 58]]]),
      stated("t8", "t9", "used_for", [[3, [0, 28]]]),
    ],
    results: [RESULT],
    definitions: [
      {
        term: "t0",
        text: "used for panoptic segmentation",
        form: "is a",
        paper: "p0",
        field: "abstract",
        start: 12,
        end: 42,
        sentence: [0, 43],
      },
    ],
    communities: [communityRecord(0, "Segmentation", { papers: 6 })],
  });
}
