/**
 * How right roles and relations are on papers that nothing was learned from, by `score_relations.py`: the annotated ones
 * of the five documents, and SciERC's.
 *
 *   tsx src/dev/eval/eval-relations.ts [--shared DIR]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Paper } from "../../domain/paper.ts";
import { paperRelationsOf, paperTermsOf } from "../../domain/paper-terms.ts";
import { extractTerms } from "../../extract/extract.ts";
import { loadResources } from "../../io/load-resources.ts";

const { values: flags } = parseArgs({ options: { shared: { type: "string", default: "../shared" } } });
const SETS = [
  ["dev", "gold/dev.jsonl", "gold/relations-dev-a.jsonl"],
  ["SciERC dev", "gold/external/scierc-dev-terms.jsonl", "gold/external/scierc-dev-relations.jsonl"],
] as const;

const resources = await loadResources();
const scratch = mkdtempSync(join(tmpdir(), "paperweave-relations-"));
try {
  for (const [name, terms, relations] of SETS) {
    const found = join(scratch, "found.jsonl");
    writeFileSync(found, await extractedLines(join(flags.shared, terms)));
    const tool = join(flags.shared, "tools/score_relations.py");
    const out = execFileSync("python3", [tool, join(flags.shared, terms), join(flags.shared, relations), found], {
      encoding: "utf8",
    });
    console.log(`${name}: ${out.trim()}`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}

/** One line a paper, as `paperweave extract` gives it. */
async function extractedLines(path: string): Promise<string> {
  const papers = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, i): Paper => ({ ...(JSON.parse(line) as Paper), source: { file: path, line: i + 1 } }));
  const { terms, paperTerms, relations } = (await extractTerms(papers, resources)).value;
  const lines = papers.map((paper, i) => ({
    id: paper.id,
    title: paper.title,
    terms: paperTermsOf(paperTerms, i, paper).map(({ term, role, mentions }) => ({
      term: terms[term]!.term,
      role,
      mentions,
    })),
    relations: paperRelationsOf(relations, i).map(({ kind, head, tail }) => ({
      type: kind,
      head: terms[head]!.term,
      tail: terms[tail]!.term,
    })),
  }));
  return lines.map((line) => JSON.stringify(line)).join("\n");
}
