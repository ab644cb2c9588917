import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { TINY } from "../export/tiny-document.ts";
import { buildSample } from "../sample.ts";

const file = join(import.meta.dirname, "../../src/contract/graph-document.schema.json");
const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(file, "utf8")) as object);
const faults = (document: unknown): string[] => {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
};

describe("the published JSON Schema", () => {
  it("accepts what we write", async () => {
    expect(faults(TINY)).toEqual([]);
    const { document } = (await buildSample()).value;
    expect(faults(JSON.parse(JSON.stringify(document)))).toEqual([]);
  });

  const broken: readonly [what: string, change: (document: GraphDocument) => unknown, says: string][] = [
    ["another version", (d) => ({ ...d, schema: "paperweave-graph/2" }), "/schema must be equal to constant"],
    [
      "a paper without a place",
      (d) => ({ ...d, papers: [{ ...d.papers[0], x: undefined }] }),
      "/papers/0 must have required property 'x'",
    ],
    [
      "a role of its own",
      (d) => ({ ...d, mentions: [{ ...d.mentions[0], role: "likes" }] }),
      "/mentions/0/role must be equal to one of the allowed values",
    ],
    [
      "an unknown type",
      (d) => ({ ...d, terms: [{ ...d.terms[0], type: "model" }] }),
      "/terms/0/type must be equal to one of the allowed values",
    ],
    [
      "a confidence above 1",
      (d) => ({ ...d, papers: [{ ...d.papers[0], confidence: 1.5 }] }),
      "/papers/0/confidence must be <= 1",
    ],
  ];
  it.each(broken)("refuses %s", (_, change, says) => {
    expect(faults(JSON.parse(JSON.stringify(change(TINY))))).toContain(says);
  });
});
