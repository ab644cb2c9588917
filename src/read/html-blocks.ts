/**
 * A saved web page → its blocks of visible text, each with its links, and the data that its scripts were given.
 *
 * Pages are read as browsers do, however badly their tags are closed; nothing of a page is run or fetched.
 */
import { Parser } from "htmlparser2";
import { UsageError } from "../lib/errors.ts";

interface HtmlLink {
  readonly href: string;
  /** Blanks run together. */
  readonly text: string;
}

/** Text between two borders of blocks, blanks run together. */
export interface HtmlBlock {
  readonly text: string;
  /** 1-based line on which it begins. */
  readonly line: number;
  /** It stands in a heading. */
  readonly heading: boolean;
  /** Where parts of the text lead to. */
  readonly links: readonly HtmlLink[];
  /** Number of the `<article>` it stands in, from 1; 0 outside of any. */
  readonly article: number;
  /** What `<time datetime>` says of a time in it. */
  readonly time?: string;
}

export interface HtmlPage {
  readonly blocks: readonly HtmlBlock[];
  /** Values of `data-props`: what a page's scripts draw it from, as JSON. */
  readonly data: readonly { readonly text: string; readonly line: number }[];
  /** `<meta>`, by name or property in small letters, in the order of the page. */
  readonly meta: readonly { readonly name: string; readonly content: string; readonly line: number }[];
}

const BLOCKS = new Set(
  "address article aside blockquote body br button center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label li main nav ol option p pre section summary table td th tr ul".split(
    " ",
  ),
);
const HEADINGS = new Set("h1 h2 h3 h4 h5 h6".split(" "));
/** What is in them is not shown, or is no text. */
const UNSEEN = new Set(
  "script style noscript template svg math head select textarea iframe object audio video".split(" "),
);
/** The site's own menus, where they do not belong to an article. */
const MENUS = new Set(["nav", "header", "footer", "aside"]);

/** Elements inside each other that are no page any more: browsers stop at 512, and the parser keeps them all. */
const TOO_DEEP = 10_000;

/** @throws UsageError for a page that only hurts. */
export async function readHtml(chunks: AsyncIterable<string>): Promise<HtmlPage> {
  const reader = new BlockReader();
  for await (const chunk of chunks) reader.write(chunk);
  return reader.end();
}

interface OpenBlock {
  readonly parts: string[];
  readonly links: { href: string; text: string }[];
  line: number;
  heading: boolean;
  time?: string;
}

class BlockReader {
  private readonly blocks: HtmlBlock[] = [];
  private readonly data: { text: string; line: number }[] = [];
  private readonly meta: { name: string; content: string; line: number }[] = [];
  private readonly parser: Parser;
  /** Names of the open elements that hide their text. */
  private readonly hidden: string[] = [];
  /** Addresses of the open links, blank where a link has none, each with the last block that has a part of it. */
  private readonly links: { readonly href: string; block?: OpenBlock }[] = [];
  private depth = 0;
  private headings = 0;
  private articles = 0;
  private inArticle = 0;
  private block: OpenBlock = newBlock();
  /** Up to where lines have been counted, and the count. */
  private readonly ends: number[] = [];
  private length = 0;
  private line = 1;

  constructor() {
    this.parser = new Parser({
      onopentag: (name, attributes) => {
        this.open(name, attributes);
      },
      onclosetag: (name) => {
        this.close(name);
      },
      ontext: (text) => {
        this.text(text);
      },
    });
  }

  write(chunk: string): void {
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", at + 1)) this.ends.push(this.length + at);
    this.length += chunk.length;
    this.parser.write(chunk);
  }

  end(): HtmlPage {
    this.parser.end();
    this.finish();
    return { blocks: this.blocks, data: this.data, meta: this.meta };
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.depth > TOO_DEEP)
      throw new UsageError(`more than ${TOO_DEEP} elements stand inside each other`, "save the page again");
    const line = this.lineOf(this.parser.startIndex);
    const props = attributes["data-props"];
    if (props !== undefined && props.length > 2) this.data.push({ text: props, line });
    const content = attributes["content"];
    if (name === "meta" && content !== undefined)
      this.meta.push({ name: (attributes["name"] ?? attributes["property"] ?? "").toLowerCase(), content, line });
    if (UNSEEN.has(name) || (MENUS.has(name) && this.inArticle === 0)) this.hidden.push(name);
    if (BLOCKS.has(name)) this.finish();
    if (name === "article") {
      if (this.inArticle === 0) this.articles++;
      this.inArticle++;
    }
    if (HEADINGS.has(name)) this.headings++;
    if (name === "a") this.links.push({ href: attributes["href"] ?? "" });
    const time = attributes["datetime"];
    if (name === "time" && time !== undefined) this.block.time = time;
  }

  private close(name: string): void {
    this.depth--;
    if (this.hidden.at(-1) === name) this.hidden.pop();
    if (BLOCKS.has(name)) this.finish();
    if (name === "article" && this.inArticle > 0) this.inArticle--;
    if (HEADINGS.has(name) && this.headings > 0) this.headings--;
    if (name === "a") this.links.pop();
  }

  private text(text: string): void {
    if (this.hidden.length > 0) return;
    const { block } = this;
    if (text.trim() !== "") {
      const blanks = text.length - text.trimStart().length;
      if (block.parts.every((part) => part.trim() === "")) block.line = this.lineOf(this.parser.startIndex + blanks);
      block.heading ||= this.headings > 0;
    }
    block.parts.push(text);
    const link = this.links.at(-1);
    if (!link?.href) return;
    if (link.block !== block) block.links.push({ href: link.href, text: "" });
    link.block = block;
    block.links.at(-1)!.text += text;
  }

  private finish(): void {
    const { parts, line, heading, links, time } = this.block;
    this.block = newBlock();
    const text = parts.join("").replace(/\s+/g, " ").trim();
    if (text === "") return;
    const article = this.inArticle > 0 ? this.articles : 0;
    const shown = links.map(({ href, text: linked }) => ({ href, text: linked.replace(/\s+/g, " ").trim() }));
    this.blocks.push({ text, line, heading, links: shown, article, ...(time !== undefined && { time }) });
  }

  /** Places come in ascending order. */
  private lineOf(index: number): number {
    while ((this.ends[this.line - 1] ?? Infinity) < index) this.line++;
    return this.line;
  }
}

function newBlock(): OpenBlock {
  return { parts: [], links: [], line: 1, heading: false };
}
