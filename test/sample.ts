/**
 * The bundled sample, and its document, built once a test file.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_CONFIG } from "../src/config.ts";
import type { Source } from "../src/domain/source.ts";
import { loadResources } from "../src/io/load-resources.ts";
import { type Built, runPipeline } from "../src/pipeline.ts";
import type { Staged } from "../src/domain/staged.ts";

export const SAMPLE_FOLDER = join(import.meta.dirname, "../src/sample");
export const SAMPLE_FILES = ["daily-papers-a.txt", "daily-papers-b.txt"];

export function sampleSources(): Source[] {
  return SAMPLE_FILES.map((file) => ({ file, text: readFileSync(join(SAMPLE_FOLDER, file), "utf8") }));
}

export async function buildSample(sources: readonly Source[] = sampleSources()): Promise<Staged<Built>> {
  return runPipeline(sources, await loadResources(), DEFAULT_CONFIG, { generator: "paperweave test" });
}
