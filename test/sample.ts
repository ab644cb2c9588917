/**
 * The bundled sample and its builds. A build is made once for all suites and kept until the sources change: as the
 * pipeline gives it, and as a folder that the command writes. Both are read only; copy a folder to build into it.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { DEFAULT_CONFIG } from "../src/config.ts";
import type { Source } from "../src/domain/source.ts";
import type { Staged } from "../src/domain/staged.ts";
import { loadResources } from "../src/io/load-resources.ts";
import { type Built, runPipeline } from "../src/pipeline.ts";

export const SAMPLE_FOLDER = join(import.meta.dirname, "../src/sample");
export const SAMPLE_FILES = ["daily-papers-a.txt", "daily-papers-b.txt"];
const MAIN = join(import.meta.dirname, "../src/cli/main.ts");

export function sampleSources(): Source[] {
  return SAMPLE_FILES.map((file) => ({ file, text: readFileSync(join(SAMPLE_FOLDER, file), "utf8") }));
}

/** The pipeline's result for the sample, made once. */
export async function buildSample(): Promise<Staged<Built>> {
  const file = `${inject("sampleBuilds")}.json`;
  if (!existsSync(file)) {
    const built = await runPipeline(sampleSources(), await loadResources(), DEFAULT_CONFIG, {
      generator: "paperweave test",
    });
    putInPlace(file, (scratch) => {
      writeFileSync(scratch, JSON.stringify(built));
    });
  }
  return JSON.parse(readFileSync(file, "utf8")) as Staged<Built>;
}

/**
 * A folder that the command has written for the sample, made once: by a process of its own, in another locale and time
 * zone, with threads, from the files in reverse order. `cli.test.ts` compares it with a build as it comes.
 */
export function sampleFolder(): string {
  const folder = inject("sampleBuilds");
  if (!existsSync(folder)) {
    putInPlace(folder, (scratch) => {
      const env = { ...process.env, LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Asia/Kathmandu" };
      const files = [...SAMPLE_FILES].reverse().map((file) => join(SAMPLE_FOLDER, file));
      const args = ["--import", "tsx", MAIN, "build", ...files, "-o", scratch, "--workers", "4"];
      execFileSync(process.execPath, args, { env, stdio: "pipe" });
    });
  }
  return folder;
}

/** Other test files may be making the same: the one that is first stays. */
function putInPlace(path: string, make: (scratch: string) => void): void {
  mkdirSync(join(path, ".."), { recursive: true });
  const scratch = `${path}.${process.pid}`;
  try {
    make(scratch);
    if (!existsSync(path)) renameSync(scratch, path);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
