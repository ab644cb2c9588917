/**
 * Papers enough for several shards: those of the sample several times, told apart by id, title and a word of the abstract.
 */
import { DEFAULT_CONFIG } from "../src/config.ts";
import { writePaper } from "../src/contract/paper-fields.ts";
import { divideIntoShards } from "../src/extract/shards/divide.ts";
import { ingest } from "../src/ingest.ts";
import { sampleSources } from "./sample.ts";

/**
 * @returns 360 papers as JSON Lines; read them with `--no-dedupe`
 * @throws Error when they make fewer than three shards: then tests of shards would test nothing
 */
export async function manyPapers(): Promise<string> {
  const { papers } = (await ingest(sampleSources(), DEFAULT_CONFIG.ingest)).value;
  // Where a shard ends, abstracts decide: equal ones would end none.
  const parts = [1, 2, 3, 4].flatMap((i) =>
    papers.map(({ abstract, ...paper }) => ({
      ...paper,
      id: `${paper.id}-${i}`,
      title: `${paper.title}, part ${i}`,
      ...(abstract !== undefined && { abstract: `${abstract} Part ${i}.` }),
    })),
  );
  const text = parts.map((paper) => `${writePaper(paper)}\n`).join("");
  const read = await ingest([{ file: "papers.jsonl", text }], { ...DEFAULT_CONFIG.ingest, dedupe: false });
  const shards = divideIntoShards(read.value.papers).length;
  if (shards < 3) throw new Error(`${read.value.papers.length} papers make ${shards} shards; take more parts`);
  return text;
}
