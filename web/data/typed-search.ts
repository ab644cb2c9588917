/**
 * The typed search of `paperweave query … search`, on the document of this page.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { indexGraph, type GraphIndex } from "../../src/query/graph-index.ts";
import { parseSearch } from "../../src/query/search-expression.ts";
import { searchPapers } from "../../src/query/search.ts";

export type TypedSearch =
  /** Node ids of the papers. */
  { readonly ok: true; readonly papers: ReadonlySet<string> } | { readonly ok: false; readonly message: string };

const indexes = new WeakMap<GraphDocument, GraphIndex>();
const answers = new WeakMap<GraphDocument, Map<string, TypedSearch>>();

/** Look-ups for the queries of `src/query`; built when first asked for. */
export function queryIndex(document: GraphDocument): GraphIndex {
  let index = indexes.get(document);
  if (!index) indexes.set(document, (index = indexGraph(document)));
  return index;
}

export function typedSearch(document: GraphDocument, text: string): TypedSearch {
  let known = answers.get(document);
  if (!known) answers.set(document, (known = new Map<string, TypedSearch>()));
  let answer = known.get(text);
  if (!answer) known.set(text, (answer = search(document, text)));
  return answer;
}

function search(document: GraphDocument, text: string): TypedSearch {
  const parsed = parseSearch(text);
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    papers: new Set(searchPapers(queryIndex(document), parsed.expression).map((paper) => paper.node)),
  };
}

/** Fields, operators, quotation marks: more than words to look up. */
export function looksTyped(text: string): boolean {
  return /(^|[\s(])(AND|OR|NOT)(?=[\s(]|$)|"|(^|[\s(])-?[a-z_]+:\S|(^|\s)-\S/.test(text);
}
