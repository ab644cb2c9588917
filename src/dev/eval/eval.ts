/**
 * Measures the extraction on the labelled texts beside the project and prints one table against the record.
 *
 *   tsx src/dev/eval/eval.ts [--shared ../shared] [--record] [--errors]
 *
 * Nothing here is ever learned from. `--record` writes `test/eval/record.json`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { paperTermsOf } from "../../domain/paper-terms.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Extraction } from "../../domain/term.ts";
import { findAcronyms } from "../../extract/text/abbreviations.ts";
import { extractTerms } from "../../extract/extract.ts";
import { tagPapers } from "../../extract/tag/tag-papers.ts";
import { tokenize } from "../../extract/text/tokens.ts";
import { DEFAULT_INGEST_CONFIG, ingest } from "../../ingest.ts";
import { RoleFinder } from "../../extract/terms/roles.ts";
import { loadResources } from "../../io/load-resources.ts";
import { abbreviatedTwice, writtenTwice } from "./eval-duplicates.ts";
import { scoreMap } from "./eval-map.ts";
import { printTable, type Row } from "./eval-table.ts";
import { labelledEdges, type RoleScore, scoreCues, scoreEdges, showScore } from "./eval-roles.ts";

const { values: flags } = parseArgs({
  options: {
    shared: { type: "string", default: "../shared" },
    record: { type: "boolean", default: false },
    errors: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
if (!existsSync(flags.shared)) {
  console.error(`No labelled texts in ${flags.shared}: nothing to measure.`);
  process.exit(2);
}

interface GoldLine {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly abstract?: string;
  readonly terms: readonly { readonly text: string; readonly type: string }[];
}

const resources = await loadResources();
const scratch = mkdtempSync(join(tmpdir(), "paperweave-eval-"));
const rows: Row[] = [];
const wants = (name: string) => flags.only === undefined || flags.only.split(",").includes(name);
try {
  if (wants("dev")) await dev();
  if (wants("records")) await records();
  if (wants("scierc")) await spans("SciERC dev", "scierc-dev", 57.9, 60);
  if (wants("scienceie")) await spans("ScienceIE dev", "scienceie-dev", 50.5, 52);
  if (wants("inspec")) await keyphrases();
  if (wants("med")) medline();
  if (wants("sdu")) sdu();
  if (wants("roles")) roles();
} finally {
  rmSync(scratch, { recursive: true });
}
printTable(rows, flags.record);

/** The five documents as one corpus, scored on the forty annotated papers. */
async function dev(): Promise<void> {
  const folder = join(flags.shared, "seeds");
  const sources = readdirSync(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  const { papers } = (await ingest(sources, DEFAULT_INGEST_CONFIG)).value;
  const started = process.cpuUsage();
  const extraction = (await extractTerms(papers, resources)).value;
  const { terms } = extraction;
  const used = process.cpuUsage(started);
  scoreOwn("dev", papers, extraction, { f1: [85, 87], key_r: [93, 95], type2: [93, 95], type5: [90, 91] });
  const map = scoreMap(papers, extraction, join(flags.shared, "gold/dev.jsonl"));
  rows.push({ measure: "dev key terms on the map", value: map.keyRecall, must: 90, want: 94 });
  rows.push({ measure: "dev P on the map", value: map.precision });
  rows.push({ measure: "dev P on the map, used as terms", value: map.usedPrecision });
  rows.push({ measure: "terms on the map", value: map.terms }, { measure: "… a paper", value: map.termsPerPaper });
  rows.push({ measure: "seed terms", value: terms.length });
  const written = writtenTwice(extraction);
  const abbreviated = abbreviatedTwice(extraction, tagPapers(papers, resources, 1));
  rows.push({ measure: "seed duplicates, writing", value: written.length });
  rows.push({ measure: "seed duplicates, abbreviation", value: abbreviated.length });
  if (flags.errors)
    for (const { first, second, why } of [...written, ...abbreviated]) console.log(`${first} | ${second}: ${why}`);
  const ms = Math.round((used.user + used.system) / 10 / papers.length) / 100;
  rows.push({ measure: "CPU ms per abstract (cold)", value: ms });
}

/** Bibliographic records of all fields as a corpus of their own. */
async function records(): Promise<void> {
  const papers = goldLines("../dev-records").map((line) => asPaper({ ...line, text: line.abstract ?? "" }));
  const extraction = (await extractTerms(papers, resources)).value;
  scoreOwn("dev-records", papers, extraction, { f1: [78, 82], key_r: [88, 91], type2: [90, 92] });
}

/** Scores by our own gold. @param goals must and want, by the scorer's names */
function scoreOwn(
  name: string,
  papers: readonly Paper[],
  { terms, paperTerms }: Extraction,
  goals: Readonly<Record<string, readonly [must: number, want: number]>>,
): void {
  const lines = papers.map((paper, i) => ({
    id: paper.id,
    title: paper.title,
    terms: paperTermsOf(paperTerms, i, paper).map(({ term, mentions }) => ({
      term: terms[term]!.term,
      type: terms[term]!.type,
      mentions,
    })),
  }));
  const score = run(
    "score_terms.py",
    [join(flags.shared, `gold/${name}.jsonl`), write(name, lines), ...(flags.errors ? ["--errors"] : [])],
    flags.errors,
  );
  const names = { p: "P", r: "R", f1: "F1", key_r: "key recall", type2: "method or not", type5: "five types" };
  for (const [key, label] of Object.entries(names)) {
    const [must, want] = goals[key] ?? [];
    rows.push({ measure: `${name} ${label}`, value: score[key] as number, must, want });
  }
}

/** The sample of edges on which the cues were written; roles of unseen papers: `eval-relations.ts`. */
function roles(): void {
  for (const [name, file] of [["164 edges", "roles-gold"]] as const) {
    const labels = new URL(`../../../test/extract/terms/${file}.json`, import.meta.url);
    const edges = labelledEdges(join(flags.shared, "gold/train.jsonl"), labels);
    const share = ({ right }: RoleScore) => Math.round((1000 * right) / edges.length) / 10;
    const finder = new RoleFinder(resources.roles, resources.background);
    const learned = scoreEdges(edges, () => finder);
    const cues = scoreCues(edges);
    rows.push({ measure: `roles right, ${name}, %`, value: share(learned) });
    rows.push({ measure: `roles right by cues, ${name}, %`, value: share(cues) });
    if (flags.errors) console.log([showScore(name, learned), showScore(`${name}, by cues`, cues)].join("\n"));
  }
}

/** Typed spans labelled by others. */
async function spans(name: string, file: string, must: number, want: number): Promise<void> {
  const gold = goldLines(file);
  const { terms, paperTerms } = (await extractTerms(gold.map(asPaper), resources)).value;
  const lines = gold.map(({ id }, i) => ({
    id,
    terms: paperTermsOf(paperTerms, i, asPaper(gold[i]!)).flatMap(({ term, mentions }) =>
      mentions.map(({ start, end, text }) => ({
        text,
        start,
        end,
        type: terms[term]!.type === "method" ? "Method" : "Other",
      })),
    ),
  }));
  const score = run("eval_terms.py", ["spans", goldPath(file), write(file, lines)]) as Record<
    string,
    { f1: number; p: number; r: number }
  >;
  const { f1, p, r } = score["exact"]!;
  rows.push({ measure: `${name} exact F1`, value: f1, must, want });
  rows.push({ measure: `${name} exact P`, value: p }, { measure: `${name} exact R`, value: r });
}

async function keyphrases(): Promise<void> {
  const gold = goldLines("inspec-dev");
  const { terms, paperTerms } = (await extractTerms(gold.map(asPaper), resources)).value;
  const lines = gold.map(({ id }, i) => ({
    id,
    terms: paperTermsOf(paperTerms, i, asPaper(gold[i]!)).map(({ term, salience, mentions }) => ({
      text: mentions[0]?.text ?? terms[term]!.term,
      score: salience,
    })),
  }));
  const score = run("eval_terms.py", ["kp", goldPath("inspec-dev"), write("inspec", lines), "--types", "uncontr"]) as {
    all: Record<string, { f1: number }>;
  };
  rows.push({ measure: "Inspec dev F1@5", value: score.all["@5"]!.f1, must: 37.3, want: 38 });
  rows.push({ measure: "Inspec dev F1@10", value: score.all["@10"]!.f1, must: 43.7, want: 45 });
}

function medline(): void {
  const gold = goldLines("med-abbr-dev");
  const lines = Array.from(tagPapers(gold.map(asPaper), resources, 1), ({ abbreviations }, i) => ({
    id: gold[i]!.id,
    terms: abbreviations.map(({ short, long }) => ({ text: short.text, long: long.text })),
  }));
  const score = run("eval_terms.py", ["abbr", goldPath("med-abbr-dev"), write("med", lines)]) as Record<string, number>;
  rows.push({ measure: "MED1250 pairs P", value: score["p"]! }, { measure: "MED1250 pairs R", value: score["r"]! });
  rows.push({ measure: "MED1250 pairs F1", value: score["f1"]!, must: 88, want: 91 });
}

function sdu(): void {
  const gold = goldLines("sdu-dev");
  const lines = gold.map(({ id, text }) => {
    const { shorts, longs } = findAcronyms(tokenize(text));
    return {
      id,
      terms: [
        ...shorts.map(({ start, end }) => ({ text: text.slice(start, end), type: "short", start, end })),
        ...longs.map(({ start, end }) => ({ text: text.slice(start, end), type: "long", start, end })),
      ],
    };
  });
  const score = run("eval_terms.py", [
    "spans",
    goldPath("sdu-dev"),
    write("sdu", lines),
    "--ignore",
    "",
    "--method",
    "long",
  ]) as Record<string, { p: number; r: number; f1: number }>;
  const [long, short] = [score["method"]!, score["other"]!];
  const p = (long.p + short.p) / 2;
  const r = (long.r + short.r) / 2;
  rows.push({ measure: "SDU long F1", value: long.f1 }, { measure: "SDU short F1", value: short.f1 });
  rows.push({ measure: "SDU macro F1", value: Math.round((200 * p * r) / (p + r)) / 100, must: 86, want: 88 });
}

function goldPath(name: string): string {
  return join(flags.shared, "gold/external", `${name}.jsonl`);
}

function goldLines(name: string): GoldLine[] {
  const lines = readFileSync(goldPath(name), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as GoldLine);
}

function asPaper({ id, title = "", text }: GoldLine): Paper {
  return { id, title, abstract: text, source: { file: "gold", line: 1 } };
}

function write(name: string, lines: readonly unknown[]): string {
  const path = join(scratch, `${name}.jsonl`);
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join("\n"));
  return path;
}

function run(tool: string, args: readonly string[], show = false): Record<string, unknown> {
  const path = join(flags.shared, "tools", tool);
  const out = execFileSync("python3", [path, ...args], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (show) console.log(out);
  return JSON.parse(show ? (out.split("\n")[0] ?? "") : out) as Record<string, unknown>;
}
