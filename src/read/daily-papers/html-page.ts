/**
 * The reader of web pages: Daily Papers saved as HTML, and pages of one paper.
 *
 * The page's scripts draw it from data that stand in the page: what these say of a paper is taken first. Papers that were
 * loaded later (by scrolling) stand in the cards only. A page with neither is read line by line like one saved as text.
 */
import { citationOf } from "../citation-tags.ts";
import { type Draft, finishRecord } from "../fields/record.ts";
import { type HtmlPage, readHtml } from "../html-blocks.ts";
import { isObject, type JsonObject, objectsOf } from "../json-values.ts";
import type { Reader, Reading, ReadOptions } from "../reader.ts";
import { dailyDraft } from "./daily-json.ts";
import { parseListing } from "./listing.ts";
import { readCards } from "./page-cards.ts";

const ID = "html";
/** Comments end at their first mark: where they could end at any, the ways to divide them would double with each. */
const BEGINNING = /^\s*(<\?xml[^>]*>\s*)?(<!--((?!-->)[^])*-->\s*)*<(!DOCTYPE html|html|head|body)\b/i;

export const htmlPage: Reader = {
  id: ID,
  title: "Daily Papers pages saved as HTML",
  endings: ["html", "htm", "xhtml"],
  from: "huggingface.co/papers: Save page as, HTML only or complete; also a paper's page at arXiv or a publisher",
  recognizes: (head) => (BEGINNING.test(head) ? 0.98 : 0),
  async *read(chunks, options) {
    const page = await readHtml(chunks);
    const listed = joinPapers(papersInData(page), readCards(page.blocks));
    const single = citationOf(page);
    const papers = single && listed.length < 2 ? [single] : listed;
    if (papers.length === 0) yield* readAsText(page, options);
    for (const { draft, line } of papers) yield* finishRecord(draft, { file: options.file, line }, ID);
  },
};

interface FoundPaper {
  readonly draft: Draft;
  readonly line: number;
}

/** Papers of the page's data, in its order. */
function papersInData({ data }: HtmlPage): FoundPaper[] {
  return data.flatMap(({ text, line }) => entriesOf(text).map((entry) => ({ draft: dailyDraft(entry), line })));
}

/** The one paper of a paper's page, or all in lists of papers. */
function entriesOf(json: string): readonly JsonObject[] {
  let props: unknown;
  try {
    props = JSON.parse(json);
  } catch {
    // Data of a page in another form: its cards are read instead.
    return [];
  }
  if (!isObject(props)) return [];
  if (isPaper(props["paper"])) return [props];
  return Object.values(props).flatMap((list) => objectsOf(list).filter(({ paper }) => isPaper(paper)));
}

function isPaper(value: unknown): boolean {
  return isObject(value) && typeof value["id"] === "string" && typeof value["title"] === "string";
}

/** What the page shows, with what its data say of it; all of its data where it shows no card. */
function joinPapers(inData: readonly FoundPaper[], cards: ReturnType<typeof readCards>): readonly FoundPaper[] {
  const known = new Map(inData.map((paper) => [paper.draft.arxiv_id, paper]));
  if (!cards.some(({ arxiv_id }) => known.has(arxiv_id)) && known.size > 0) return [...known.values()];
  return cards.map(({ arxiv_id, draft, line }) => ({ draft: known.get(arxiv_id)?.draft ?? draft, line }));
}

/** Blocks as the lines of a page saved as text, in their order, named by their lines in the file. */
function* readAsText({ blocks }: HtmlPage, { file, pageYear }: ReadOptions): Generator<Reading> {
  const { records, problems, pageYears } = parseListing(file, blocks.map(({ text }) => text).join("\n\n"), pageYear);
  const lineOf = (line: number): number => blocks[(line - 1) >> 1]?.line ?? 1;
  for (const record of records) yield { record: { ...record, source: { file, line: lineOf(record.source.line) } } };
  if (records.length === 0) {
    yield {
      problem: {
        code: `${ID}/no-papers`,
        severity: "error",
        message: "no papers can be told in this web page",
        hint: "save a page of huggingface.co/papers, or give the papers in another format",
        where: { file, line: 1 },
      },
    };
    return;
  }
  for (const problem of problems)
    yield { problem: { ...problem, where: { file, line: lineOf(problem.where?.line ?? 1) } } };
  for (const { line, ...year } of pageYears) yield { pageYear: { line: lineOf(line), ...year } };
}
