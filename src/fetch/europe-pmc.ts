/**
 * Europe PMC's search interface, paged by cursor.
 */
import { europePmc as reader } from "../read/europe-pmc.ts";
import { asLines, countOf, cursorOf, listIn, membersOf, parseAnswer } from "./json-answer.ts";
import { type FetchSource, parameters } from "./source.ts";

/** Results asked for at a time; the service gives 1,000 at most, which are some ten megabytes. */
const PAGE = 250;
const FIRST_DAY = "1500-01-01";
const LAST_DAY = "3000-12-31";

export const europepmc: FetchSource = {
  id: "europepmc",
  title: "Europe PMC",
  example: 'paperweave fetch europepmc "TITLE_ABS:(gut microbiome)" 2024-01..2024-06',
  syntax: "https://europepmc.org/searchsyntax",
  url: "https://www.ebi.ac.uk/europepmc/webservices/rest",
  pauseMs: 200,
  reader,
  first: () => "*",
  page({ words, from, to }, cursor) {
    const dated =
      from === undefined && to === undefined ? undefined : `FIRST_PDATE:[${from ?? FIRST_DAY} TO ${to ?? LAST_DAY}]`;
    const parts = [words !== undefined && dated !== undefined ? `(${words})` : words, dated];
    return `/search${parameters({
      query: parts.filter((part) => part !== undefined).join(" AND "),
      format: "json",
      resultType: "core",
      pageSize: PAGE,
      cursorMark: cursor,
    })}`;
  },
  read(body, _, cursor) {
    const answer = membersOf(parseAnswer(body));
    const results = listIn(membersOf(answer["resultList"])["result"], "list of results");
    const total = countOf(answer["hitCount"]);
    const next = cursorOf(answer["nextCursorMark"]);
    // The last page may name itself as the next one.
    const isLast = results.length === 0 || next === undefined || next === cursor;
    return {
      text: asLines(results),
      found: results.length,
      ...(total !== undefined && { total }),
      ...(!isLast && { next }),
    };
  },
};
