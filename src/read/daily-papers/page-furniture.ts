/**
 * What stands in a saved listing page and belongs to no paper: the page's head, the cards' buttons and counts, the
 * pager and the site's menu.
 */
import { parsePageDate } from "./page-dates.ts";

export const INBOX = /^Get trending papers in your email inbox( once a day)?!$/;

/** Lines above the first paper. Browsers translate them, and leave titles and abstracts as they are where told to. */
const HEAD = [
  INBOX,
  /^(new|neu|nouveau|nuevo|nuovo|novo|nieuw|新)$/i,
  /^(Subscribe|Abonnieren|S['’]abonner|Suscribirse|Iscriviti|Inscreva-se|Inscrever-se|Abonneren|订阅|購読|구독)$/i,
  /^(Daily|Weekly|Monthly|Trending|Latest)( Papers)?$/i,
  /^(Tägliche (Papers|Artikel)|Articles du jour|Artículos diarios|Papers giornalieri|Artigos diários|每日论文)$/i,
  /^(by|von|par|por|di|door)\s?AK\b.{0,60}$/,
];

/** Buttons and labels of a card. */
const CARD = [
  /^(Upvoted?|Downvote|Vote|Like|Share|Bookmark|Comments?|Authors|Hide|Show more|Read more|Submitted|-)$/i,
  /^(View|Open|Read|Visit)?\s?(arXiv|PDF|GitHub|Code|Project|Paper|HTML)( page| explained)?( \d[\d.,]*k?)?$/i,
  /^Add to (collection|library)$/i,
  /^[+×]?\s?\d[\d.,]*k?$/,
];
/** A name follows, on the same line or the next one. */
const SUBMITTER = /^(Submitted|Posted|Shared) by(\s+\S+)?$/i;

/** What stands below the last record: the pager and the site's menu. */
const FOOTER =
  /^(Previous|Next|\d+|\.{3}|…|Company|TOS|Terms( of service)?|Privacy|About|Careers|Jobs|Website|Models|Datasets|Spaces|Pricing|Docs|Papers|Contact|Help|Imprint|System theme|© ?.{0,40})$/i;
/** So many lines of a footer are not a title by chance. */
const MIN_FOOTER = 3;
/** In another language a menu is known by its looks: that many lines of so few words. */
const [MIN_MENU, LONGEST_LABEL, MOST_WORDS] = [4, 24, 3];

export function isHead(line: string): boolean {
  return HEAD.some((pattern) => pattern.test(line));
}

/** @param previous the line before it, blank ones left out. */
export function isCardLabel(line: string, previous: string): boolean {
  if (CARD.some((pattern) => pattern.test(line)) || SUBMITTER.test(line)) return true;
  return /^(Submitted|Posted|Shared) by$/i.test(previous) && /^\S{1,40}$/.test(line);
}

/** Where the page's footer begins; the number of lines where there is none. */
export function footerStart(lines: readonly string[]): number {
  let start = lines.length;
  while (start > 0 && isLabel(lines[start - 1] ?? "")) start--;
  // A page of labels alone is no listing, and refused as such.
  if (start === 0) return lines.length;
  const count = lines.length - start;
  const known = lines.slice(start).filter((line) => FOOTER.test(line)).length;
  const isMenu = count >= MIN_MENU && (known > 0 || isWhoOrWhen(lines[start - 1] ?? ""));
  return known >= MIN_FOOTER || isMenu || count >= 2 * MIN_MENU ? start : lines.length;
}

/** The last lines of a record. */
function isWhoOrWhen(line: string): boolean {
  return /^[•·]/.test(line) || parsePageDate(line) !== undefined;
}

function isLabel(line: string): boolean {
  if (FOOTER.test(line)) return true;
  if (isWhoOrWhen(line)) return false;
  return line.length <= LONGEST_LABEL && line.split(/\s+/).length <= MOST_WORDS && !/[.!?:;]$/.test(line);
}
