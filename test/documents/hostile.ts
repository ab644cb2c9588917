/**
 * A document whose texts break careless writers: control characters, quotes, line ends, right-to-left text, emoji, lone
 * surrogates, ends of CDATA sections and scripts, formulas, LaTeX, ids with `&` and blanks, names that repeat.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import {
  communityRecord,
  graphDocument,
  mentionEdge,
  paperNode,
  relationEdge,
  similarEdge,
  termNode,
} from "./records.ts";

/** Each is a title and a term. */
export const HOSTILE_TEXTS: readonly string[] = [
  "]]> <![CDATA[ </script> <!-- -->",
  'She said "no" — and \'yes\', twice: ""',
  "two\nlines\r\nand\ta tab",
  "only a carriage\rreturn",
  "\u0000\u0001\u0008\u000B\u001F\u007F\u0085\u009F controls",
  "separators \u2028 and \u2029 here",
  "שלום עולם مرحبا بالعالم \u202Eright to left\u202C",
  "🧶👩‍👩‍👧‍👦 emoji, 日本語 and a\u0301ccents",
  "lone \uD800 high and \uDC00 low surrogates",
  "non-characters \uFFFE \uFFFF",
  '=HYPERLINK("http://example.org","x")',
  "+1 more",
  "-1 less",
  "@home",
  "\t=1+1",
  "\r=1+1",
  "＝1+1 in full width",
  " \u200B=1+1 behind blanks",
  "2310.06770",
  "1E5",
  "MARCH1",
  "true",
  "a;b;=1+1",
  "C:\\temp\\new ends in \\",
  'Schr\\"odinger and \\theta',
  "100 % of #1 & more_of_it ~ ^ {",
  "ids with & and blanks",
  "  blanks at both ends  ",
  "null",
  "NaN",
  "same name",
];

/** A document with each text as a title, a term, and in every field beside them. */
export function hostileDocument(texts: readonly string[]): GraphDocument {
  const last = texts.length - 1;
  return graphDocument({
    papers: [
      ...texts.map((title, i) =>
        paperNode(i, {
          id: `id & ${i} ${title}`,
          title,
          abstract: `It says: ${title}. Then it ends.`,
          authors: [title, "Curie, Marie", "Rhythm and Blues Group"],
          organization: title,
          venue: title,
          keywords: [title],
          url: i % 2 === 0 ? "javascript:alert(1)" : `https://example.org/?q=${title}`,
          x: i,
          y: 0 - i,
          ...(i % 3 === 0 && { date: ["2024", "2024-02", "2024-02-29"][i % 9 === 0 ? 0 : i % 2 === 0 ? 1 : 2]! }),
        }),
      ),
      paperNode(last + 1, { title: "", x: 3 }),
      paperNode(last + 2, { title: "same name", doi: "10.1000/182", arxiv_id: "2310.06770", x: 4 }),
      paperNode(last + 3, { title: "same name", id: "2310.06771", date: "2023-02-30", x: 5 }),
    ],
    terms: texts.map((term, i) =>
      termNode(i, term, i % 2 === 0 ? "method" : "dataset", {
        type_cue: `it stands in “${term} … here”`,
        aliases: [{ text: `${term}; too`, rule: term, count: 1 }],
        x: -i - 1,
        y: i / 3,
        ...(i % 4 === 0 && { first_seen: "2024-02" }),
      }),
    ),
    mentions: texts.map((text, i) =>
      mentionEdge(`p${i}`, `t${i}`, "proposes", {
        weight: (i + 1) / 100,
        evidence: [{ field: "abstract", start: 9, end: 9 + text.length, sentence: [0, 10 + text.length] }],
      }),
    ),
    relations: [
      relationEdge("t1", "t0", {
        kind: "is_a",
        narrower: "t1",
        evidence: [{ paper: "p2", field: "abstract", sentence: [0, 20] }],
      }),
      // As older documents have it: by number.
      relationEdge("t1", "t2", { kind: "is_a", narrower: "t2" }),
      relationEdge("t0", "t1"),
      relationEdge("t0", "t2"),
      relationEdge("t0", "t3", { evidence: [{ paper: "p4", field: "title", sentence: [0, 9] }] }),
    ],
    similar: [similarEdge("p0", "p1", { shared: ["t0", "t1"] })],
    communities: [
      communityRecord(0, texts[0]!, {
        description: "Two lines.\nMost typical: “none”.",
        top_methods: ["t0"],
        representative_papers: ["p0"],
        weak: true,
      }),
      communityRecord(1, texts[6] ?? texts[0]!, { parent: 0 }),
    ],
  });
}

export const HOSTILE = hostileDocument(HOSTILE_TEXTS);
