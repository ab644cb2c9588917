/**
 * What stands in a saved listing page and belongs to no paper: the page's head, the cards' buttons and counts, the
 * pager and the site's menu.
 */
import { COUNT, parsePageDate } from "./page-dates.ts";

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
  /^(Upvoted?|Downvote|Vote|Like|Share|Bookmark|Comments?|Community|Authors|Hide|Show more|Read more|Submitted|-)$/i,
  /^(Upvotes?|Votes?|Likes?|Comments?|Stars?|Views?):? \d[\d.,]*k?$/i,
  /^(#|No\. ?)\d+ Paper of the (day|week|month)$/i,
  // What browsers print over and under a page.
  /^\d{1,4}[-./]\d{1,2}[-./]\d{2,4},? \d{1,2}:\d{2}( [AP]M)?( .{0,60})?$/,
  /^https?:\/\/\S+ \d{1,3}\/\d{1,3}$/,
  /^(View|Open|Read|Visit)?\s?(arXiv|PDF|GitHub|Code|Project|Paper|HTML)( page| explained)?( \d[\d.,]*k?)?$/i,
  /^Add to (collection|library)$/i,
  /^(Upvoted|Liked|Starred|Saved) by\b.{0,40}$/i,
  /^[+×▲△↑👍❤♥🔥⬆]?\uFE0F?\s?\d{1,6}(?:[.,]\d{1,3})?k?$/u,
];
/** A name follows, on the same line or the next one. */
const SUBMITTER = /^(Submitted|Posted|Shared) by(\s+\S+)?$/i;

/** What stands below the last record: the pager and the site's menu. */
const ITEM =
  "Prev(?:ious)?(?: page)?|Next(?: page)?|First|Last|(?:Load|Show|See) more(?: papers)?|Back to (?:the )?top|Company|TOS|" +
  "Terms(?: (?:of (?:service|use)|and conditions))?|Privacy(?: policy)?|Cookies?(?: (?:settings|policy|preferences))?|" +
  "Legal(?: notice)?|Imprint|Accessibility|About(?: us)?|Careers|Jobs|Website|Models|Datasets|Spaces|Pricing|Docs|" +
  "Documentation|Papers|Posts|Blog|Forum|API|Status|Press|Brand assets|Contact(?: us)?|Support|Help(?: cent(?:er|re))?|Feedback|" +
  "Report(?: an issue)?|Follow us|Newsletter|Twitter|LinkedIn|Discord|GitHub|RSS|Log ?in|Log ?out|Sign ?(?:in|up)|System theme";
/** Lines of a menu that go on with names. */
const PHRASE =
  "(?:Follow|Join|Find|Connect with|Contact) us\\b.{1,30}|(?:Powered|Made|Built|Hosted) (?:by|with|in)\\b.{1,40}|" +
  "(?:Language|Region|Theme)s?: ?.{0,30}|.{0,50}\\ball rights reserved\\b.{0,20}|(?:©|Copyright\\b|\\(c\\) ).{0,60}";
const FOOTER = new RegExp(`^(?:[←‹«]\\s?)?(?:${ITEM}|${PHRASE}|\\d+|\\.{3}|…)(?:\\s?[→›»])?$`, "i");
/** One line that can be nothing else: a pager, a row of the menu, whose page it is. */
const SURE_FOOTER = [
  new RegExp(`^(?:${ITEM})(?:\\s?[|·•/]\\s?(?:${ITEM}))+$`, "i"),
  /^(?:[«‹<←]\s?)?(?:(?:Prev(?:ious)?|First)\s)?(?:\d+|…|\.{3})(?:\s(?:\d+|…|\.{3})){2,}(?:\s(?:Next|Last))?(?:\s?[»›>→])?$/i,
  /^Page \d+ (?:of|\/) \d+$/i,
  /^© ?(?:19|20)\d\d\b.{0,50}$/,
];
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
  const found = lines.slice(start);
  if (found.some(isSureFooter)) return start;
  const known = found.filter((line) => FOOTER.test(line)).length;
  // Of a pager whose numbers were taken for votes one word is left.
  if (count > 0 && known === count && isWhoOrWhen(lines[start - 1] ?? "")) return start;
  const isMenu = count >= MIN_MENU && (known > 0 || isWhoOrWhen(lines[start - 1] ?? ""));
  return known >= MIN_FOOTER || isMenu || count >= 2 * MIN_MENU ? start : lines.length;
}

const AUTHORS = new RegExp(`^${COUNT} authors?$`, "i");

const SOME_TIME_AGO =
  /^(?:(?:an?|about an?|\d+) (?:second|minute|hour|day|week|month|year)s? ago|yesterday|today|just now)$/i;

/** The last lines of a record. */
function isWhoOrWhen(line: string): boolean {
  return /^[•·]/.test(line) || SOME_TIME_AGO.test(line) || AUTHORS.test(line) || parsePageDate(line) !== undefined;
}

function isSureFooter(line: string): boolean {
  return SURE_FOOTER.some((pattern) => pattern.test(line));
}

function isLabel(line: string): boolean {
  if (FOOTER.test(line) || isSureFooter(line)) return true;
  if (isWhoOrWhen(line)) return false;
  return line.length <= LONGEST_LABEL && line.split(/\s+/).length <= MOST_WORDS && !/[.!?:;]$/.test(line);
}
