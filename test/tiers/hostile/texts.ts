/**
 * Texts that break careless programs, as titles, terms, ids, names, venues and addresses: prototypes, control characters,
 * what Unicode makes of text, mark-up and scripts, endings of containers, formulas, numbers, paths, templates, queries.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HOSTILE_TEXTS } from "../../documents/hostile.ts";

// prettier-ignore
const OWN: readonly string[] = [
  // Names that objects have.
  "__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "isPrototypeOf",
  "length", "name", "then", "default", "undefined", "null", "NaN", "Infinity", "true", "0", "-0", "[object Object]",
  // Every control of ASCII and Latin-1, and what Unicode has beside them.
  ...Array.from({ length: 32 }, (_, i) => `control ${i} \u0000`.replace("\u0000", String.fromCharCode(i))),
  ...Array.from({ length: 33 }, (_, i) => `control ${i + 127} ${String.fromCharCode(i + 127)} end`),
  "\u0000", "\r", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\u{1fffe}", "\u{10ffff}", "\ue000",
  "\ud800", "\udfff", "\ud800\ud800", "\udc00\ud800", "a\ud83d", "\ude00b", "\u200b", "\u200d", "\u00ad", "\u2060", "\u180e",
  "\u202eevil\u202c", "\u2066iso\u2069", "\u200eleft\u200f", "\u061c", "\u3164", "\u2800", "\u115f", "\uffa0", "   ", "\u00a0", "\u3000",
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324a\u0300\u0301\u0302l\u0327\u0328go", "a".repeat(70) + "\u0301".repeat(500),
  "e\u0301 é", "ﬀ ﬁ ﬂ", "İi ıI", "ß ẞ SS", "ΌΣΟΣ", "Ǆ ǅ ǆ", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿👩🏽‍🔬", "क्षत्रिय", "ﷺ", "𓂀", "ⵣ",
  // Mark-up, scripts and the ends of what a text may stand in.
  "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>", "--><svg onload=alert(1)>", "]]>", "<![CDATA[x]]>",
  "</title><img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "</textarea><b>", "<img src=x onerror=alert(1)//", "<b", "<", ">",
  "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "` onload=`alert(1)", "<svg><animate onbegin=alert(1) attributeName=x>",
  "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=javascript:alert(1)>", "<base href=//evil.example/>", "<form id=x><input name=action>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>", "<link rel=stylesheet href=//evil.example/x.css>", "<a href=javascript:alert(1)>x</a>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
  "&lt;b&gt;", "&amp;amp;", "&#0;", "&#x110000;", "&nbsp", "&unknown;", "%00", "%3Cscript%3E", "\\u003cscript\\u003e", "{{7*7}}", "${7*7}", "<%= 7*7 %>", "#{7*7}",
  "javascript:alert(1)", "JaVaScRiPt:alert(1)", "\u0001javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
  "//evil.example/x", "https:evil.example", "http://[::1", "http://user:pass@evil.example/", "file:///etc/passwd", "blob:x", "https://evil.example/\"><script>",
  // Formulas, numbers and dates of spreadsheets.
  "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "\n=1", "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")", ";=1", "\"=1",
  "1e400", "1e-400", "0x10", "010", "1,5", "1_000", "2401.10020", "9007199254740993", "1.7976931348623157e309", "MARCH1", "2024-13-45", "12:60",
  // Shells, paths, queries, formats.
  "$(touch /tmp/x)", "`touch /tmp/x`", "; rm -rf /", "| cat /etc/passwd", "../../../../etc/passwd", "..\\..\\windows", "C:\\x", "/dev/null", "CON", "nul.txt", ".", "..", "~",
  "-o", "--help", "--", "'; DROP TABLE papers;--", "\" OR \"1\"=\"1", "') RETURN 1//", "%s%s%n", "%x", "{0}", "{\"a\":1}", "[1]", "a\tb", "a,b;c|d", "\"", "\"\"", "'", "\\", "\\\\\"",
  "<http://x> a <y> .", "\"\"\"x\"\"\"", "@prefix x: <y> .", "#comment", "%%PDF", "PK\u0003\u0004", "\u001b[31mred\u001b[0m", "\u001b]0;title\u0007", "\u009b31m", "\u001bP0;1|x\u001b\\", "\u0007",
  "{\\rtf1", "\\input{/etc/passwd}", "\\write18{x}", "$\\frac{1}{0}$", "@article{x,", "TY  - JOUR", "ER  - ", "%0 Journal", "AB - x\nER - ",
  // Long.
  "x".repeat(10_000), "word ".repeat(2_000), "(".repeat(3_000), "<b>".repeat(2_000), "\u{1f9f6}".repeat(3_000), `${"é".repeat(99_999)}.`,
];

const SHARED = join(import.meta.dirname, "../../../../shared/fixtures");

/** Strings and payloads that others collected, where they are at hand. */
function collected(): string[] {
  const read = (path: string): unknown =>
    existsSync(join(SHARED, path)) ? JSON.parse(readFileSync(join(SHARED, path), "utf8")) : [];
  const strings = read("nasty-text/blns.json") as string[];
  const payloads = read("xss/dompurify-payloads.json") as readonly { readonly payload?: string }[];
  return [...strings, ...payloads.map(({ payload }) => payload ?? "")].filter((text) => text !== "");
}

/** Each once. */
export function hostileTexts(): readonly string[] {
  return [...new Set([...HOSTILE_TEXTS, ...OWN, ...collected()])];
}
