import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { buildSample } from "../sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { openSides, testSameAnswers } from "./same-answers.ts";

const folder = temporaryFolder();

describe("command line and viewer give the same answers on the sample", () => {
  let sides: Awaited<ReturnType<typeof openSides>>;
  beforeAll(async () => {
    sides = await openSides((await buildSample()).value.document, join(folder, "sample"));
  });
  testSameAnswers(() => sides);
});
