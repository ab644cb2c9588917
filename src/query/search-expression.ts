/**
 * Typed boolean search: `method:"contrastive learning" AND task:segmentation NOT dataset:ImageNet`.
 *
 *   expression = conjunction { "OR" conjunction }
 *   conjunction = factor { ["AND"] factor }          (words side by side must all hold)
 *   factor = ("NOT" | "-") factor | "(" expression ")" | clause
 *   clause = [field ":"] ("=")? (word | "quoted words")
 *
 * A relation as a field asks for what stands behind it: `used_for:segmentation`, `better_than:"Mask R-CNN"`.
 * Operators are upper case. Words match whole words, in any case; a final `*` matches any ending; `=` the whole form.
 */
import { STATED_KINDS } from "../contract/graph-document.ts";

const SEARCH_FIELDS = [
  ...["method", "task", "dataset", "metric", "concept", "term"],
  ...["title", "abstract", "author", "venue", "date", "community", "id"],
  ...["proposes", "uses", "evaluates", "studies", "compares", "mentions"],
  ...STATED_KINDS,
] as const;

export interface SearchClause {
  readonly kind: "clause";
  /** One of `SEARCH_FIELDS`; absent: title, abstract and terms. */
  readonly field?: string;
  readonly text: string;
  /** The whole form, not a part of it. */
  readonly exact: boolean;
}

export type SearchExpression =
  | SearchClause
  | { readonly kind: "and" | "or"; readonly parts: readonly SearchExpression[] }
  | { readonly kind: "not"; readonly part: SearchExpression };

export type ParsedSearch =
  | { readonly ok: true; readonly expression: SearchExpression }
  /** `position` is a UTF-16 offset into the text. */
  | { readonly ok: false; readonly message: string; readonly position: number };

interface Token {
  readonly kind: "word" | "quoted" | "and" | "or" | "not" | "(" | ")";
  readonly text: string;
  readonly field?: string;
  readonly exact: boolean;
  readonly position: number;
}

class SyntaxFault extends Error {
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/** Characters of a search: more are no question but a paste, or an attack by a link. */
const MAX_LENGTH = 4_000;
/** Brackets and negations inside each other. */
const MAX_DEPTH = 100;

/** Never throws: what is wrong, and where, is part of the result. */
export function parseSearch(text: string): ParsedSearch {
  if (text.length > MAX_LENGTH)
    return { ok: false, message: `A search has at most ${MAX_LENGTH} characters`, position: MAX_LENGTH };
  try {
    const parser = new Parser(tokenize(text), text.length);
    return { ok: true, expression: parser.parse() };
  } catch (fault) {
    if (fault instanceof SyntaxFault) return { ok: false, message: fault.message, position: fault.position };
    throw fault;
  }
}

const OPERATORS = new Map<string, "and" | "or" | "not">([
  ["AND", "and"],
  ["OR", "or"],
  ["NOT", "not"],
]);

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|[()]|-(?=\S)|(?:([A-Za-z_]+):)?(=)?(?:"([^"]*)("?)|([^\s()"]+))|([A-Za-z_]+):/gy;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, field, equals, quoted, close, word] = match;
    const position = match.index;
    if (whole.trim() === "") continue;
    if (whole === "(" || whole === ")") tokens.push({ kind: whole, text: whole, exact: false, position });
    else if (whole === "-") tokens.push({ kind: "not", text: "-", exact: false, position });
    else if (quoted !== undefined) {
      if (close === "") throw new SyntaxFault("The quotation mark is not closed", position);
      tokens.push(wordToken("quoted", quoted, field, equals, position));
    } else if (word !== undefined) {
      const operator = field === undefined && equals === undefined ? OPERATORS.get(word) : undefined;
      if (operator !== undefined) tokens.push({ kind: operator, text: word, exact: false, position });
      else if (word.endsWith(":") && field === undefined) throw new SyntaxFault(`Nothing follows "${word}"`, position);
      else tokens.push(wordToken("word", word, field, equals, position));
    }
  }
  return tokens;
}

function wordToken(
  kind: "word" | "quoted",
  text: string,
  field: string | undefined,
  equals: string | undefined,
  position: number,
): Token {
  const token = { kind, text, exact: equals !== undefined, position };
  if (field === undefined) return token;
  const name = field.toLowerCase();
  if ((SEARCH_FIELDS as readonly string[]).includes(name)) return { ...token, field: name };
  throw new SyntaxFault(`Unknown field "${field}"; there are ${SEARCH_FIELDS.join(", ")}`, position);
}

class Parser {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  private readonly end: number;

  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  parse(): SearchExpression {
    const expression = this.disjunction();
    const left = this.tokens[this.at];
    if (left !== undefined) throw new SyntaxFault(`"${left.text}" is not expected here`, left.position);
    return expression;
  }

  private disjunction(): SearchExpression {
    const parts = [this.conjunction()];
    while (this.take("or")) parts.push(this.conjunction());
    return group("or", parts);
  }

  private conjunction(): SearchExpression {
    const parts = [this.factor()];
    for (;;) {
      const next = this.tokens[this.at]?.kind;
      if (next === undefined || next === "or" || next === ")") return group("and", parts);
      this.take("and");
      parts.push(this.factor());
    }
  }

  private factor(): SearchExpression {
    const token = this.tokens[this.at];
    if (token === undefined) throw new SyntaxFault("A word is missing at the end", this.end);
    this.at++;
    if (token.kind === "not") return { kind: "not", part: this.within(token, () => this.factor()) };
    if (token.kind === "(") {
      const inner = this.within(token, () => this.disjunction());
      if (!this.take(")")) throw new SyntaxFault("The bracket is not closed", token.position);
      return inner;
    }
    if (token.kind !== "word" && token.kind !== "quoted") {
      throw new SyntaxFault(`A word is missing before "${token.text}"`, token.position);
    }
    const { text, exact, field } = token;
    return { kind: "clause", text, exact, ...(field === undefined ? {} : { field }) };
  }

  private within(token: Token, read: () => SearchExpression): SearchExpression {
    if (++this.depth > MAX_DEPTH) throw new SyntaxFault("Too many brackets inside each other", token.position);
    const inner = read();
    this.depth--;
    return inner;
  }

  private take(kind: Token["kind"]): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false;
    this.at++;
    return true;
  }
}

function group(kind: "and" | "or", parts: readonly SearchExpression[]): SearchExpression {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}
