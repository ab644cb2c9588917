/**
 * LaTeX, as it stands in BibTeX files, → plain text: accents, symbols, Greek, formulas without their markup.
 */

import { LATEX_ACCENTS, LATEX_SYMBOLS, LATEX_WORDS } from "../../lib/latex-symbols.ts";

/** Commands whose first argument is no text. */
const SILENT = new Set([
  "href",
  "color",
  "textcolor",
  "vspace",
  "hspace",
  "label",
  "cite",
  "citep",
  "citet",
  "ref",
  "footnote",
  "begin",
  "end",
]);

/** Commands that put quotation marks around their argument. */
const QUOTING = new Set(["enquote", "mkbibquote", "textquote"]);

/** What ends an arrow drawn of hyphens: "-->", as text or as a command. */
const ARROW_HEAD = /^-*(?:>|\{?\\textgreater)/;

/** A number with words after it, up to the next dollar sign. */
const MONEY = /^\d[^$\\^_{}]*\s[a-z]{2,}[^$\\^_{}]*\$/i;

/** Plain text of a LaTeX text; lines run together. */
export function decodeLatex(text: string): string {
  return new LatexReader(text).read().replace(/\s+/g, " ").normalize("NFC").trim();
}

/** Depth of braces, and of commands that are arguments of commands, that is followed; what stands deeper is taken as it is. */
const DEEPEST = 50;

class LatexReader {
  private at = 0;
  private math = false;
  /** Text without a sign of LaTeX is plain text: its dashes and quotation marks stay. */
  private readonly plain: boolean;

  constructor(private readonly text: string) {
    this.plain = !/[\\${}]|``/.test(text);
  }

  /** Reads to the end, or to the brace that closes the group begun before. */
  read(depth = 0): string {
    let out = "";
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at++);
      if (char === "}" && depth > 0) return out;
      else if (char === "{" && depth < DEEPEST) out += this.read(depth + 1);
      else if (char === "{" || char === "}") continue;
      else if (char === "\\") out += this.command(depth);
      else if (char === "$") out += this.dollar();
      else if (char === "~" && !this.plain) out += " ";
      else if (this.math && (char === "_" || char === "^")) continue;
      else out += this.punctuation(char);
    }
    return out;
  }

  /** Begins or ends a formula, which leaves no sign; a dollar sign that does neither is money and stays. */
  private dollar(): string {
    if (!this.math && (this.text.indexOf("$", this.at) < 0 || MONEY.test(this.text.slice(this.at, this.at + 200))))
      return "$";
    this.math = !this.math;
    if (this.text.charAt(this.at) === "$") this.at++;
    return "";
  }

  private punctuation(char: string): string {
    const rest = this.text.slice(this.at, this.at + 2);
    if (char === "-" && rest.startsWith("-") && ARROW_HEAD.test(this.text.slice(this.at, this.at + 20))) return "-";
    const take = (count: number, out: string): string => {
      this.at += count;
      return out;
    };
    if (this.math || this.plain) return char;
    if (char === "-" && rest === "--") return take(2, "—");
    if (char === "-" && rest.startsWith("-")) return take(1, "–");
    if (char === "`" && rest.startsWith("`")) return take(1, "“");
    if (char === "'" && rest.startsWith("'")) return take(1, "”");
    return char === "`" ? "‘" : char;
  }

  private command(depth: number): string {
    const name = /^(?:[a-zA-Z]+|[^]?)/.exec(this.text.slice(this.at, this.at + 40))?.[0] ?? "";
    this.at += name.length;
    const accent = LATEX_ACCENTS[name];
    if (accent !== undefined && (!this.math || /\W/.test(name))) {
      const letter = this.argument(depth);
      // Accented i and j are written without their dots.
      const base = letter.replace(/^ı/, "i").replace(/^ȷ/, "j");
      return base === "" ? "" : base.charAt(0) + accent + base.slice(1);
    }
    if (name === "(" || name === ")") {
      this.math = name === "(";
      return "";
    }
    if (!/^[a-zA-Z]/.test(name)) return /[\s\\,;:!/]/.test(name) ? (/[!/]/.test(name) ? "" : " ") : name;
    // The blank after a command's name only ends the name.
    const blank = /^\s+/.exec(this.text.slice(this.at))?.[0] ?? "";
    const symbol = LATEX_SYMBOLS.get(name);
    if (symbol !== undefined) {
      this.at += this.math ? 0 : blank.length;
      return symbol;
    }
    this.at += blank.length;
    if (LATEX_WORDS.has(name)) return name + blank.slice(0, 1);
    if (SILENT.has(name)) {
      this.argument(depth);
      return "";
    }
    if (QUOTING.has(name)) return `“${this.argument(depth)}”`;
    if (/^[dt]?frac$/.test(name)) return `${this.argument(depth)}/${this.argument(depth)}`;
    return "";
  }

  /** The next group, command or character. */
  private argument(depth: number): string {
    while (/\s/.test(this.text.charAt(this.at))) this.at++;
    const char = this.text.charAt(this.at++);
    if (char === "{") return depth < DEEPEST ? this.read(depth + 1) : "";
    if (char !== "\\") return char;
    return depth < DEEPEST ? this.command(depth + 1) : "";
  }
}
