/**
 * Cards of papers in a web page: a linked title, and around it who wrote the paper, when, and its abstract.
 *
 * A title is told by its link, which leads to one paper. What else stands in its card is told by its looks, as in a page
 * saved as text.
 */
import { findArxivId } from "../../lib/identifiers.ts";
import type { Draft } from "../fields/record.ts";
import type { HtmlBlock } from "../html-blocks.ts";
import { isProse } from "./listing.ts";
import { isoDate, parsePageDate } from "./page-dates.ts";
import { readAuthorCount } from "./page-details.ts";

export interface Card {
  readonly arxiv_id: string;
  readonly draft: Draft;
  /** 1-based line of the title. */
  readonly line: number;
}

/** Titles of fewer letters are labels of buttons: "PDF", "View paper". */
const SHORTEST_TITLE = 12;
/** No title holds two sentences: the abstract may lead to the paper, too. */
const isSentences = (text: string): boolean => /[.!?…]$/.test(text) && /\p{Ll}[.!?] \p{Lu}/u.test(text);
/** The address of an account on the site. */
const ACCOUNT = /^(?:https?:\/\/huggingface\.co)?\/(?:organizations?\/)?[\w.-]+\/?$/;
/** What stands over an abstract that a program wrote. */
const SUMMARY_LABEL = /^(ai[- ]generated|ai) summary\b/i;

/** The cards in the order of the page, one a paper. */
export function readCards(blocks: readonly HtmlBlock[]): Card[] {
  const titles = findTitles(blocks);
  return titles.map(({ at, id, text }, i) => {
    const block = blocks[at]!;
    const inside =
      block.article > 0
        ? blocks.filter(({ article }) => article === block.article)
        : blocks.slice(at, titles[i + 1]?.at ?? blocks.length);
    const others = inside.map((other) => (other === block ? { ...other, text: other.text.replace(text, "") } : other));
    return { arxiv_id: id, line: block.line, draft: draftOf(text, id, others) };
  });
}

interface TitlePlace {
  /** Number of the block. */
  readonly at: number;
  readonly id: string;
  readonly text: string;
}

/** The first heading that leads to a paper; where none does, the first linked text that is long enough. */
function findTitles(blocks: readonly HtmlBlock[]): TitlePlace[] {
  const inHeadings = new Map<string, TitlePlace>();
  const inTexts = new Map<string, TitlePlace>();
  blocks.forEach((block, at) => {
    for (const { href, text } of block.links) {
      const id = paperOf(href);
      if (id === undefined) continue;
      if (block.heading && !inHeadings.has(id)) inHeadings.set(id, { at, id, text: block.text });
      else if (!inTexts.has(id) && text.length >= SHORTEST_TITLE && !isSentences(text))
        inTexts.set(id, { at, id, text });
    }
  });
  // Where titles are headings, other links are mentions of papers.
  return [...(inHeadings.size > 0 ? inHeadings : inTexts).values()];
}

/** The paper that an address leads to, relative or whole; places inside the paper's page (`#comments`) are none. */
function paperOf(link: string): string | undefined {
  if (link.includes("#")) return undefined;
  return findArxivId(link.startsWith("/papers/") ? `https://huggingface.co${link}` : link);
}

function draftOf(title: string, id: string, others: readonly HtmlBlock[]): Draft {
  const abstract = abstractOf(others);
  const rest = others.filter(({ text }) => !isProse(text));
  const organization = organizationOf(rest);
  const author_count = rest.map(({ text }) => readAuthorCount(text)).find((count) => count !== undefined);
  const date = dateOf(rest);
  return {
    title,
    ...(abstract !== undefined && { abstract }),
    ...(author_count !== undefined && { author_count }),
    ...(organization !== undefined && { organization }),
    ...(date !== undefined && { date }),
    arxiv_id: id,
    url: `https://huggingface.co/papers/${id}`,
  };
}

/** The longest run of sentences; a summary that a program wrote is none. */
function abstractOf(blocks: readonly HtmlBlock[]): string | undefined {
  const runs: string[][] = [[]];
  let skips = false;
  for (const { text } of blocks) {
    if (isProse(text)) {
      if (!skips && !SUMMARY_LABEL.test(text)) runs.at(-1)?.push(text);
      skips = false;
      continue;
    }
    skips = SUMMARY_LABEL.test(text);
    runs.push([]);
  }
  const texts = runs.map((run) => run.join("\n\n"));
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), "");
  return longest === "" ? undefined : longest;
}

/** A date with a year, in words or as the page's mark-up has it. */
function dateOf(blocks: readonly HtmlBlock[]): string | undefined {
  for (const { text, time } of blocks) {
    if (time !== undefined) return time;
    const date = parsePageDate(text.replace(/^[·•\s]+/, ""));
    if (date?.year !== undefined) return isoDate(date, undefined);
  }
  return undefined;
}

/** The name that leads to an account of one word, before the dot that stands between name and date. */
function organizationOf(blocks: readonly HtmlBlock[]): string | undefined {
  return blocks.find(
    ({ links, text }, i) =>
      links.some(({ href }) => ACCOUNT.test(href)) &&
      /^[·•]/.test(blocks[i + 1]?.text ?? "") &&
      readAuthorCount(text) === undefined,
  )?.text;
}
