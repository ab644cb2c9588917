/**
 * An explanation as lines of text: a heading in a column of its own, and what belongs to it.
 */
import { fieldText } from "../../contract/field-text.ts";
import { append } from "../../lib/append.ts";
import type { AbsentTerm, AmbiguousName, ExplainedTerm, Explanation, MentionPlace } from "../../query/explain.ts";
import type { Drop } from "../../query/explain-absence.ts";
import { nodeAt, type GraphIndex } from "../../query/graph-index.ts";
import { nameOf } from "./printed.ts";

const SHOWN = { aliases: 20, papers: 5, neighbors: 8 };

export function explanationLines(index: GraphIndex, explanation: Explanation): string[] {
  switch (explanation.kind) {
    case "term":
      return termLines(index, explanation);
    case "several":
      return ambiguousLines(index, explanation);
    case "absent":
      return absenceLines(index, explanation);
  }
}

function line(heading: string, text: string): string {
  return `${heading.padEnd(10)} ${text}`;
}

/** The heading stands before the first line only. */
function lines(heading: string, texts: readonly string[]): string[] {
  return texts.map((text, i) => line(i === 0 ? heading : "", text));
}

function count(n: number, word: string): string {
  return `${n} ${n === 1 ? word : `${word}s`}`;
}

function nameAt(index: GraphIndex, node: number): string {
  return nameOf(nodeAt(index, node));
}

function names(index: GraphIndex, nodes: readonly number[]): string {
  return nodes.map((node) => nameAt(index, node)).join(", ");
}

/** Names with their numbers of papers. */
function frequencies(index: GraphIndex, terms: readonly number[]): string {
  const text = terms.flatMap((number) => {
    const node = nodeAt(index, number);
    return node !== undefined && "term" in node ? `${node.term} (${node.papers})` : [];
  });
  return text.join(", ");
}

function termLines(index: GraphIndex, trail: ExplainedTerm): string[] {
  const name = nameAt(index, trail.term);
  return [
    `${name}${name === trail.asked ? "" : `   (asked for as "${trail.asked}")`}`,
    "",
    ...foundLines(index, trail.found),
    ...keptLines(trail.kept),
    ...mergedLines(trail.merged),
    line("typed", `${trail.typed.type}   because ${trail.typed.cue}`),
    line("role", trail.roles.map(({ role, papers }) => `${role} ${papers}`).join(", ")),
    ...placedLines(index, trail.placed),
    ...lines(
      "near",
      trail.near
        .slice(0, SHOWN.neighbors)
        .map(({ term, npmi, papers }) => `${nameAt(index, term)}   npmi ${npmi}, ${count(papers, "paper")}`),
    ),
    ...(trail.broader.length > 0 ? [line("is a", names(index, trail.broader))] : []),
    ...(trail.narrower.length > 0 ? [line("kinds", names(index, trail.narrower.slice(0, SHOWN.aliases)))] : []),
    ...(trail.also.length > 0 ? ["", line("also", `other terms with this form: ${names(index, trail.also)}`)] : []),
  ];
}

function foundLines(index: GraphIndex, found: ExplainedTerm["found"]): string[] {
  const first = found.firstSeen ? `, first on ${found.firstSeen}` : "";
  const rest = found.papers - SHOWN.papers;
  return lines("found", [
    `${count(found.mentions, "mention")} in ${found.papers} of ${found.ofPapers} papers${first}`,
    ...found.places.slice(0, SHOWN.papers).flatMap((place) => placeLines(index, place)),
    ...(rest > 0 ? [`… and ${rest} more papers`] : []),
  ]);
}

function placeLines(index: GraphIndex, { paper, field, start, end, sentence, salience }: MentionPlace): string[] {
  const node = index.document.papers[paper];
  if (node === undefined) return [];
  const text = fieldText(node, field).slice(...sentence);
  return [
    `${nameOf(node)}  [${field} ${start}–${end}, salience ${salience}]`,
    `    “${text.replace(/\s+/g, " ").trim()}”`,
  ];
}

function keptLines({ papers, minPapers, salience, termThreshold }: ExplainedTerm["kept"]): string[] {
  const why =
    minPapers === undefined
      ? `${papers} papers`
      : papers >= minPapers
        ? `${papers} papers, limit ${minPapers}`
        : `below the limit of ${minPapers} papers, but among the most salient of its own`;
  const threshold =
    termThreshold === undefined ? [] : [`taken for a term where its probability reached ${termThreshold}`];
  return lines("kept", [`${why}; salience up to ${salience}`, ...threshold]);
}

function mergedLines(merged: ExplainedTerm["merged"]): string[] {
  if (merged.length === 0) return [line("merged", "no other form was found")];
  const forms = merged
    .slice(0, SHOWN.aliases)
    .map(
      ({ text, rule, mentions, paper }) =>
        `${text}   rule ${rule}, ${count(mentions, "mention")}${paper ? `, first in ${paper}` : ""}`,
    );
  const rest = merged.length > SHOWN.aliases ? [`… and ${merged.length - SHOWN.aliases} more forms`] : [];
  return lines("merged", [...forms, ...rest, "undo one with a line in decisions.tsv: split<TAB>form"]);
}

function placedLines({ document }: GraphIndex, placed: ExplainedTerm["placed"]): string[] {
  if (placed === undefined) return [];
  const label = (id: number) => `${id} "${document.communities.find((community) => community.id === id)?.label ?? ""}"`;
  const topic = placed.topic === undefined ? "" : `, topic ${label(placed.topic)}`;
  return [line("placed", `community ${label(placed.community)}${topic}, confidence ${placed.confidence}`)];
}

function ambiguousLines(index: GraphIndex, { asked, terms }: AmbiguousName): string[] {
  return [
    `"${asked}" fits ${terms.length} terms of this map`,
    "",
    line("which one", frequencies(index, terms)),
    line("", "ask again with one of these names, as it is written here"),
  ];
}

function absenceLines(index: GraphIndex, { asked, drops, written, near }: AbsentTerm): string[] {
  const text = [`"${asked}" is no term of this map`, "", ...drops.flatMap((drop) => dropLines(index, drop, asked))];
  if (written.length > 0) {
    const verdict = drops.length > 0 ? ":" : ", but were not taken for a term there:";
    const rest = written.length - SHOWN.papers;
    append(
      text,
      lines("text", [
        `the words stand in ${count(written.length, "paper")}${verdict}`,
        ...written.slice(0, SHOWN.papers).map((paper) => nameAt(index, paper)),
        ...(rest > 0 ? [`… and ${rest} more papers`] : []),
      ]),
    );
  } else if (drops.length === 0) text.push(line("text", "the words do not stand together in any title or abstract"));
  if (drops.some(({ decided }) => decided)) text.push(line("", "to have it back, remove that line from decisions.tsv"));
  else if (drops.length + written.length > 0)
    text.push(line("", `to have it as a term, add to decisions.tsv: keep<TAB>${drops[0]?.name ?? asked}`));
  if (near.length > 0) text.push(line("nearest", frequencies(index, near)));
  return text;
}

function dropLines(index: GraphIndex, { name, rule, decided, mentions, paper, node }: Drop, asked: string): string[] {
  const as = name === asked ? "" : `as "${name}", `;
  if (decided) return [line("dropped", `${as}by ${rule} in decisions.tsv`)];
  const where = paper === undefined ? "" : `, first in ${node === undefined ? paper : nameAt(index, node)}`;
  return [line("found", `${as}${count(mentions, "mention")}${where}`), line("left out", `it stands ${rule}`)];
}
