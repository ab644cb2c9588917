/**
 * What single sentences say outright: results with numbers, and definitions. Sentences are read as given, by the terms that
 * stand in them; most are passed over by one look at their words.
 */
import type { Paper } from "../domain/paper.ts";
import type { PaperStatements } from "../domain/statement.ts";
import type { PaperTermRows, Term } from "../domain/term.ts";
import { findDefinitions, mayDefine } from "./definitions/find-definitions.ts";
import { findResults } from "./results/find-results.ts";
import { mayHoldValue } from "./results/values.ts";
import { termSentences } from "./sentences/term-sentences.ts";

const NOTHING: PaperStatements = { results: [], definitions: [] };

const mayState = (text: string): boolean => mayHoldValue(text) || mayDefine(text);

/** In the order of the papers. */
export function findStatements(
  papers: readonly Pick<Paper, "title" | "abstract">[],
  rows: PaperTermRows,
  terms: readonly Term[],
): PaperStatements[] {
  const typeOf = (term: number) => terms[term]!.type;
  return papers.map((paper, i) => {
    const sentences = termSentences(rows, i, paper, mayState);
    const results = sentences.flatMap((sentence) => findResults(sentence, typeOf));
    const definitions = findDefinitions(sentences);
    return results.length + definitions.length === 0 ? NOTHING : { results, definitions };
  });
}
