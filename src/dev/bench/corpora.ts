/**
 * What speed is measured on: the bundled sample, the five documents, and so many papers of the shared corpus, or generated
 * ones where it is missing.
 */
import { createReadStream, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { generatePapers } from "./generate-papers.ts";

export interface BenchCorpus {
  readonly name: string;
  /** Files for the command line. */
  readonly files: readonly string[];
}

const SAMPLE = new URL("../../sample/", import.meta.url).pathname;

/**
 * @param shared folder with `seeds` and `corpus`, which need not be there
 * @param scratch folder for the files that are made
 */
export async function benchCorpora(shared: string, scratch: string, sizes: readonly number[]): Promise<BenchCorpus[]> {
  const corpora: BenchCorpus[] = [{ name: "sample", files: textFiles(SAMPLE) }];
  const seeds = join(shared, "seeds");
  if (existsSync(seeds)) corpora.push({ name: "five documents", files: textFiles(seeds) });
  for (const size of sizes) corpora.push({ name: `${size} papers`, files: [await papersFile(shared, scratch, size)] });
  return corpora;
}

/** A file of so many papers, as JSON Lines. */
export async function papersFile(shared: string, scratch: string, size: number): Promise<string> {
  const file = join(scratch, `${size}.jsonl`);
  if (existsSync(file)) return file;
  const corpus = join(shared, "corpus/arxiv-100k.jsonl.gz");
  const lines = existsSync(corpus) ? await firstLines(corpus, size) : generatePapers(size);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

function textFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => join(folder, name));
}

async function firstLines(file: string, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}
