/**
 * OpenAlex works, paged by cursor.
 */
import { openalex as reader } from "../read/openalex.ts";
import { asLines, countOf, cursorOf, listIn, membersOf, parseAnswer } from "./json-answer.ts";
import { type FetchSource, parameters } from "./source.ts";

/** Most works of an answer. */
const PAGE = 100;
/** What the reader takes: whole works are twenty times as long. */
const FIELDS = [
  "id",
  "ids",
  "doi",
  "title",
  "display_name",
  "publication_date",
  "publication_year",
  "authorships",
  "primary_location",
  "keywords",
  "abstract_inverted_index",
];

export const openalex: FetchSource = {
  id: "openalex",
  title: "OpenAlex",
  example: 'paperweave fetch openalex "coral bleaching" 2020..2024',
  syntax: "https://developers.openalex.org",
  url: "https://api.openalex.org",
  pauseMs: 200,
  key: { variable: "OPENALEX_API_KEY", parameter: "api_key" },
  reader,
  first: () => "*",
  page({ words, from, to }, cursor) {
    const filters = [
      ...(from === undefined ? [] : [`from_publication_date:${from}`]),
      ...(to === undefined ? [] : [`to_publication_date:${to}`]),
    ];
    return `/works${parameters({
      search: words,
      filter: filters.length > 0 ? filters.join(",") : undefined,
      select: FIELDS.join(","),
      per_page: PAGE,
      cursor,
    })}`;
  },
  read(body) {
    const answer = membersOf(parseAnswer(body));
    const works = listIn(answer["results"], "list of results");
    const meta = membersOf(answer["meta"]);
    const total = countOf(meta["count"]);
    const next = works.length > 0 ? cursorOf(meta["next_cursor"]) : undefined;
    return {
      text: asLines(works),
      found: works.length,
      ...(total !== undefined && { total }),
      ...(next !== undefined && { next }),
    };
  },
};
