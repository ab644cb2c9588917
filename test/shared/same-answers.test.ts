import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { runPipeline } from "../../src/pipeline.ts";
import { openSides, testSameAnswers } from "../query/same-answers.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasShared, seedSources } from "./shared.ts";

const folder = temporaryFolder();

describe.skipIf(!hasShared)("command line and viewer give the same answers on the five documents", () => {
  let sides: Awaited<ReturnType<typeof openSides>>;
  beforeAll(async () => {
    const built = await runPipeline(seedSources(), await loadResources(), DEFAULT_CONFIG, { generator: "test" });
    sides = await openSides(built.value.document, join(folder, "documents"));
  });
  testSameAnswers(() => sides, 1);
});
