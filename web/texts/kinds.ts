/**
 * Names of what is on the map: kinds of nodes, and what a paper does with a term.
 */
import type { Role, TermType } from "../../src/contract/graph-document.ts";
import type { Shape } from "../../src/export/map-columns.ts";

const SHAPE_NAMES: Readonly<Record<Shape, readonly [one: string, many: string]>> = {
  paper: ["Paper", "Papers"],
  method: ["Method", "Methods"],
  task: ["Task", "Tasks"],
  dataset: ["Dataset", "Datasets"],
  metric: ["Metric", "Metrics"],
  concept: ["Concept", "Concepts"],
};

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  proposes: "Proposes",
  uses: "Uses",
  evaluates: "Evaluates on",
  studies: "Studies",
  compares: "Compares with",
  mentions: "Mentions",
};

const ROLE_OF_TERM: Readonly<Record<Role, string>> = {
  proposes: "Proposed in",
  uses: "Used in",
  evaluates: "Evaluation in",
  studies: "Studied in",
  compares: "Comparison in",
  mentions: "Mentioned in",
};

const ROLE_SHORT: Readonly<Record<Role, string>> = {
  proposes: "proposed",
  uses: "used",
  evaluates: "evaluated on",
  studies: "studied",
  compares: "compared",
  mentions: "mentioned",
};

export const KIND_TEXTS = {
  shape: (shape: Shape) => SHAPE_NAMES[shape][0],
  shapes: (shape: Shape) => SHAPE_NAMES[shape][1],
  typeName: (type: TermType) => SHAPE_NAMES[type][0],
  role: (role: Role) => ROLE_NAMES[role],
  roleShort: (role: Role) => ROLE_SHORT[role],
  roleOfTerm: (role: Role) => ROLE_OF_TERM[role],
} as const;
