/**
 * The papers that `export` was asked for.
 */
import { readFile } from "node:fs/promises";
import type { GraphDocument, PaperNode } from "../contract/graph-document.ts";
import { documentOfPapers } from "../export/part-of-document.ts";
import { readFault } from "../io/read-fault.ts";
import { foldName } from "../lib/fold-name.ts";
import { UsageError } from "../lib/errors.ts";
import { nearTerms, findTerms } from "../query/find.ts";
import { type GraphIndex, indexGraph, nodeAt } from "../query/graph-index.ts";
import { SEARCH } from "../query/search.ts";
import type { Context } from "./context.ts";

/** All that is given has to hold. */
export interface Selection {
  /** A search expression. */
  readonly where?: string | undefined;
  /** Label or number of a community or topic. */
  readonly community?: string | undefined;
  /** Any form of a term. */
  readonly term?: string | undefined;
  /** A file of ids, one a line. */
  readonly papers?: string | undefined;
}

/**
 * The document of the chosen papers and their terms; the whole one where nothing was chosen.
 *
 * @throws UsageError when a name fits nothing, an expression cannot be read, or no paper is left.
 */
export async function selectPapers(
  document: GraphDocument,
  { where, community, term, papers }: Selection,
  context: Context,
): Promise<GraphDocument> {
  const index = indexGraph(document);
  const tests = [
    ...(where === undefined ? [] : [byExpression(index, where)]),
    ...(community === undefined ? [] : [byCommunity(document, community)]),
    ...(term === undefined ? [] : [byTerm(index, term)]),
    ...(papers === undefined ? [] : [await byList(document, papers, context)]),
  ];
  if (tests.length === 0) return document;
  const chosen = new Set(document.papers.filter((paper) => tests.every((test) => test(paper))).map(({ node }) => node));
  if (chosen.size === 0) throw new UsageError("no paper fits all of the selection", "leave a part of it out");
  context.stderr.write(`${chosen.size} of ${document.papers.length} papers\n`);
  return documentOfPapers(document, (node) => chosen.has(node));
}

type Test = (paper: PaperNode) => boolean;

function byExpression(index: GraphIndex, expression: string): Test {
  const answer = SEARCH.answer(index, { expression });
  if (!answer.ok) throw new UsageError(`--where: ${answer.message}`, `at character ${answer.position + 1}`);
  const found = new Set(answer.papers.map((number) => index.document.papers[number]!.node));
  return ({ node }) => found.has(node);
}

function byCommunity({ communities }: GraphDocument, name: string): Test {
  const key = foldName(name);
  const found = communities.find(({ id, label }) => String(id) === name.trim() || foldName(label) === key);
  if (!found)
    throw new UsageError(
      `no community "${name}"`,
      `communities: ${communities.map(({ id, label }) => `${id} ${label}`).join("; ")}`,
    );
  return ({ community, topic }) => community === found.id || topic === found.id;
}

function byTerm(index: GraphIndex, name: string): Test {
  const terms = new Set(findTerms(index, name).best.map((number) => nodeAt(index, number)?.node));
  if (terms.size === 0) {
    const near = nearTerms(index, name).map((number) => index.document.terms[number - index.papers]?.term);
    throw new UsageError(`no term "${name}"`, near.length > 0 ? `near: ${near.join(", ")}` : undefined);
  }
  const papers = new Set<string>();
  for (const edge of index.document.mentions) if (terms.has(edge.term)) papers.add(edge.paper);
  return ({ node }) => papers.has(node);
}

async function byList({ papers }: GraphDocument, file: string, context: Context): Promise<Test> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: ${readFault(error)}`, "name a file with a paper's id on each line", {
      cause: error,
    });
  }
  const known = new Set(papers.flatMap(namesOf));
  const wanted = new Set<string>();
  for (const [i, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    const id = line.trim();
    if (id === "" || id.startsWith("#")) continue;
    if (known.has(id)) wanted.add(id);
    else context.stderr.write(`${file}:${i + 1}: warning: no paper "${id}"\n`);
  }
  return (paper) => namesOf(paper).some((name) => wanted.has(name));
}

/** What stands for a paper in such a list; `arXiv:` as papers.csv has it. */
function namesOf({ node, id, doi, arxiv_id: arxiv }: PaperNode): string[] {
  return [
    node,
    id,
    ...(doi === undefined ? [] : [doi]),
    ...(arxiv === undefined ? [] : [arxiv]),
    `arXiv:${arxiv ?? id}`,
  ];
}
