/**
 * Hugging Face Daily Papers: day by day, every day in pages. A cursor is `DAY/PAGE`, pages counted from 0.
 */
import { dailyJson } from "../read/daily-papers/daily-json.ts";
import { nextDay } from "./days.ts";
import { asLines, listIn, parseAnswer } from "./json-answer.ts";
import { type AskedQuery, type FetchSource, parameters } from "./source.ts";

/** Most papers of an answer. */
const PAGE = 100;
/** No day has so many pages: a service that gives one full page again and again is left. */
const MAX_PAGES = 20;
/** The first day that has a list. */
const FIRST_DAY = "2023-05-04";

export const hfDaily: FetchSource = {
  id: "hf-daily",
  title: "Hugging Face Daily Papers",
  example: "paperweave fetch hf-daily 2024-05-01..2024-05-31",
  syntax: "https://huggingface.co/docs/hub/api",
  url: "https://huggingface.co",
  pauseMs: 1000,
  reader: dailyJson,
  refuses: ({ words }) => (words === undefined ? undefined : `takes days, no words such as ${JSON.stringify(words)}`),
  isBounded: true,
  first: (query) => `${clamped(query.from ?? FIRST_DAY, lastDay(query))}/0`,
  page(_, cursor) {
    const [date = "", page = "0"] = cursor.split("/");
    return `/api/daily_papers${parameters({ date, limit: PAGE, p: page })}`;
  },
  read(body, query, cursor) {
    const [day = "", page = "0"] = cursor.split("/");
    const papers = listIn(parseAnswer(body), "list of papers");
    const hasMore = papers.length === PAGE && Number(page) < MAX_PAGES - 1;
    const isLast = !hasMore && day >= lastDay(query);
    const next = hasMore ? `${day}/${Number(page) + 1}` : `${nextDay(day)}/0`;
    return { text: asLines(papers), found: papers.length, ...(!isLast && { next }) };
  },
};

/** Days to come are not asked for. */
function lastDay({ to, today }: Pick<AskedQuery, "to" | "today">): string {
  return to !== undefined && to < today ? to : today;
}

function clamped(from: string, last: string): string {
  return from < last ? from : last;
}
