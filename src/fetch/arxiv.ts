/**
 * arXiv's search interface: Atom feeds, paged by the number of the first entry, the newest first.
 */
import { UnreadableAnswer, UsageError } from "../lib/errors.ts";
import { arxivAtom } from "../read/arxiv-atom.ts";
import { type AskedQuery, type FetchSource, parameters } from "./source.ts";

/** Entries asked for at a time; the service recommends small slices, and gives 2,000 at most. */
const PAGE = 200;
/** arXiv began in this year. */
const FIRST_DAY = "1991-01-01";
/** A query in arXiv's own syntax: a field, or an operator. */
const OWN_SYNTAX = /\b(ti|au|abs|co|jr|cat|rn|id|all|submittedDate|lastUpdatedDate):|\b(AND|OR|ANDNOT)\b/;

export const arxiv: FetchSource = {
  id: "arxiv",
  title: "arXiv",
  example: 'paperweave fetch arxiv "cat:cs.CL AND abs:summarization" 2024-01..2024-03',
  syntax: "https://info.arxiv.org/help/api/user-manual.html",
  url: "https://export.arxiv.org",
  pauseMs: 3000,
  reader: arxivAtom,
  // The version stays in the address.
  tidy: ({ arxiv_id, ...rest }) => ({
    ...rest,
    ...(arxiv_id !== undefined && { arxiv_id: arxiv_id.replace(/v\d+$/, "") }),
  }),
  first: () => "0",
  page: (query, cursor) =>
    `/api/query${parameters({
      search_query: searchQuery(query),
      start: cursor,
      max_results: PAGE,
      sortBy: "submittedDate",
      sortOrder: "descending",
    })}`,
  read(body, _, cursor) {
    if (!/<feed\b/.test(body) || !/<\/feed>\s*$/.test(body))
      throw new UnreadableAnswer("the answer is no whole Atom feed");
    const refused = body.search(/<id>[^<]{0,300}\/api\/errors/);
    const refusal = refused < 0 ? undefined : /<summary>([^<]*)/.exec(body.slice(refused))?.[1];
    if (refusal !== undefined) throw new UsageError(`arXiv refuses the query: ${refusal.trim()}`, arxiv.syntax);
    const found = body.match(/<entry\b/g)?.length ?? 0;
    const total = Number(/<opensearch:totalResults[^<>]{0,300}>\s{0,99}(\d+)/.exec(body)?.[1] ?? Number.NaN);
    const end = Number(cursor) + found;
    // The service is known to give empty pages in the middle of a list; asked again it gives them.
    if (found === 0 && end < total) throw new UnreadableAnswer(`an empty page at entry ${end} of ${total}`);
    const isLast = found === 0 || !(end < total);
    return { text: body, found, ...(!Number.isNaN(total) && { total }), ...(!isLast && { next: String(end) }) };
  },
};

function searchQuery({ words, from, to, today }: AskedQuery): string {
  const dated =
    from === undefined && to === undefined
      ? undefined
      : `submittedDate:[${stamp(from ?? FIRST_DAY, "0000")} TO ${stamp(to ?? today, "2359")}]`;
  const asked = words === undefined ? undefined : OWN_SYNTAX.test(words) ? words : allOf(words);
  const parts = [asked !== undefined && dated !== undefined ? `(${asked})` : asked, dated];
  return parts.filter((part) => part !== undefined).join(" AND ");
}

/** Every word, and every phrase in quotes, anywhere in the record. */
function allOf(words: string): string {
  return (words.match(/"[^"]*"|[^\s"]+/g) ?? []).map((word) => `all:${word}`).join(" AND ");
}

function stamp(day: string, time: string): string {
  return day.replaceAll("-", "") + time;
}
