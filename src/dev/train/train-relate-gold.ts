/** The papers with labelled roles and relations as they are read, with the terms of the gold. */
import { readFileSync } from "node:fs";
import { type Role, STATED_KINDS, type StatedKind, TERM_TYPES } from "../../contract/graph-document.ts";
import type { RelatePaper, RelatePlace, RelateTerm } from "../../extract/relate/relate-types.ts";
import { type RoleTerm, stemsOf } from "../../extract/terms/role-features.ts";
import type { RoleMention } from "../../extract/terms/role-sentence-features.ts";
import { ownNames } from "../../extract/terms/own-names.ts";
import { firstAct, RoleSentence } from "../../extract/terms/role-sentence.ts";
import { tokenize, type Tokens } from "../../extract/text/tokens.ts";
import { type GoldPaper, projectGold } from "./train-gold.ts";

export interface GoldRelations {
  readonly id: string;
  readonly roles: readonly { readonly term: string; readonly role: Role }[];
  readonly relations: readonly { readonly type: StatedKind; readonly head: string; readonly tail: string }[];
}

/** A term as it is read, before its role is known. */
export interface LabelledTerm extends Omit<RelateTerm, "roles"> {
  readonly about: RoleTerm;
  readonly mentions: readonly RoleMention[];
  /** By the gold; none for a term that is none there. */
  readonly role?: Role;
}

export interface LabelledRelation {
  /** Place in `STATED_KINDS`. */
  readonly kind: number;
  /** Places in the list of terms; -1: not found. */
  readonly head: number;
  readonly tail: number;
}

export interface LabelledPaper extends Omit<RelatePaper, "terms"> {
  readonly id: string;
  readonly terms: readonly LabelledTerm[];
  readonly relations: readonly LabelledRelation[];
}

export function readRelations(path: string): GoldRelations[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldRelations);
}

export const ROLE_LETTERS: Readonly<Record<string, Role>> = {
  p: "proposes",
  u: "uses",
  e: "evaluates",
  s: "studies",
  c: "compares",
  m: "mentions",
};

const KIND_LETTERS: Readonly<Record<string, StatedKind>> = {
  u: "used_for",
  p: "part_of",
  i: "is_a",
  e: "evaluated_on",
  b: "better_than",
  c: "compared_with",
};

/**
 * Labels of further papers: a line a paper, its id, one letter for the role of each of its terms that is no short form,
 * and its relations by the numbers of these terms ("u3,4>1": 3 and 4 are used for 1). Relations may be left out: roles alone.
 * @throws Error on a line that does not fit the paper
 */
export function readFurtherLabels(path: string, papers: ReadonlyMap<string, GoldPaper>): FurtherLabels[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [id = "", letters = "", ...statements] = line.split(" ");
      const terms = papers.get(id)?.terms.filter(({ abbr_of }) => abbr_of === undefined) ?? [];
      if (terms.length !== letters.length) throw new Error(`${path}: ${id} has ${terms.length} terms`);
      const relations = relationsOf(statements, `${path}: ${id}`, (number) => terms[number - 1]?.text);
      const roles = terms.map(({ text }, t) => ({ term: text, role: ROLE_LETTERS[letters[t]!]! }));
      return { id, roles, relations, hasRelations: statements.length > 0 };
    });
}

/**
 * Relations by the numbers of terms ("u3,4>1": 3 and 4 are used for 1).
 *
 * @param where the place that an error names
 */
export function relationsOf(
  statements: readonly string[],
  where: string,
  textOf: (number: number) => string | undefined,
): GoldRelations["relations"] {
  const termOf = (number: string): string => {
    const text = textOf(Number(number));
    if (text === undefined) throw new Error(`${where} has no term ${number}`);
    return text;
  };
  return statements.flatMap((statement) => {
    const type = KIND_LETTERS[statement[0] ?? ""];
    const [heads, tails] = statement.slice(1).split(">");
    if (!type || !heads || !tails) throw new Error(`${where} states ${statement}`);
    return heads
      .split(",")
      .flatMap((head) => tails.split(",").map((tail) => ({ type, head: termOf(head), tail: termOf(tail) })));
  });
}

/** Labels that are not of the gold. */
export interface FurtherLabels extends GoldRelations {
  readonly hasRelations: boolean;
}

/** Normal form of the scorer. */
const norm = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim();

/** Gold string → its concept: a short form goes with its long one. */
function conceptsOf({ terms }: GoldPaper): Map<string, string> {
  const texts = new Set(terms.map(({ text }) => text));
  return new Map(
    terms.map(({ text, abbr_of }) => [text, norm(abbr_of !== undefined && texts.has(abbr_of) ? abbr_of : text)]),
  );
}

/** With the terms of the gold. */
export function goldLabelled(paper: GoldPaper, labels: GoldRelations): LabelledPaper {
  const concept = conceptsOf(paper);
  const fields = { title: tokenize(paper.title), abstract: tokenize(paper.abstract) };
  const places = new Map<string, RelatePlace[]>();
  const typeOf = new Map<string, number>();
  for (const { text, type } of paper.terms) {
    const name = concept.get(text)!;
    if (!typeOf.has(name) || norm(text) === name) typeOf.set(name, TERM_TYPES.indexOf(type));
  }
  for (const field of ["title", "abstract"] as const) {
    const tokens = fields[field];
    for (const { from, to, term } of projectGold(tokens, paper.terms)) {
      const name = concept.get(term.text)!;
      const place = placeOf(tokens, field, tokens.start[from]!, tokens.end[to - 1]!);
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  const names = [...places.keys()].sort((a, b) => compareFirst(places.get(a)!, places.get(b)!));
  const kin = (name: string) => paper.terms.filter(({ text }) => concept.get(text) === name).length > 1;
  return labelled(paper, labels, fields, {
    concept,
    terms: names.map((name) => ({
      type: typeOf.get(name)!,
      certainty: 1,
      places: places.get(name)!,
      isDefined: kin(name),
      name,
    })),
  });
}

type Fields = Readonly<Record<"title" | "abstract", Tokens>>;

function labelled(
  paper: GoldPaper,
  labels: GoldRelations,
  fields: Fields,
  {
    concept,
    terms,
  }: {
    readonly concept: ReadonlyMap<string, string>;
    readonly terms: readonly {
      readonly type: number;
      readonly certainty: number;
      readonly places: readonly RelatePlace[];
      readonly isDefined: boolean;
      readonly name: string | undefined;
    }[];
  },
): LabelledPaper {
  const roleOf = new Map<string, Role>();
  for (const { term, role } of labels.roles) {
    const name = concept.get(term);
    if (name !== undefined && !roleOf.has(name)) roleOf.set(name, role);
  }
  const titleStems = stemsOf(paper.title);
  const sentences = new Map<string, RoleSentence>();
  const texts = fields.abstract.sentences.map(({ start, end }) => fields.abstract.text.slice(start, end));
  const act = firstAct(texts);
  const names = ownNames(paper.title, texts);
  const last = Math.max(1, fields.abstract.sentences.length - 1);
  const mentionOf = ({ field, start, end, sentence, sentenceNumber }: RelatePlace): RoleMention => {
    const key = `${field} ${sentenceNumber}`;
    let read = sentences.get(key);
    if (!read)
      sentences.set(key, (read = new RoleSentence(fields[field].text.slice(sentence.start, sentence.end), names)));
    const inTitle = field === "title";
    return {
      sentence: read,
      start: start - sentence.start,
      end: end - sentence.start,
      inTitle,
      place: inTitle ? 0 : sentenceNumber / last,
      turn: act < 0 ? -99 : sentenceNumber - act,
    };
  };
  const at = new Map(terms.flatMap(({ name }, t) => (name === undefined ? [] : [[name, t] as const])));
  const seen = new Set<string>();
  return {
    id: paper.id,
    title: paper.title,
    abstract: paper.abstract,
    sentences: fields.abstract.sentences.length,
    terms: terms.map(({ type, certainty, places, isDefined, name }): LabelledTerm => {
      const role = name === undefined ? undefined : roleOf.get(name);
      return {
        type,
        certainty,
        places,
        about: { type: TERM_TYPES[type]!, defined: isDefined, titleStems },
        mentions: places.map(mentionOf),
        ...(role !== undefined && { role }),
      };
    }),
    relations: labels.relations.flatMap(({ type, head, tail }) => {
      const [a, b] = [concept.get(head)!, concept.get(tail)!];
      const key = `${type} ${a} ${b}`;
      if (a === b || seen.has(key)) return [];
      seen.add(key);
      return [{ kind: STATED_KINDS.indexOf(type), head: at.get(a) ?? -1, tail: at.get(b) ?? -1 }];
    }),
  };
}

function placeOf(tokens: Tokens, field: "title" | "abstract", start: number, end: number): RelatePlace {
  const number = Math.max(
    0,
    tokens.sentences.findIndex((sentence) => start < sentence.end),
  );
  const { start: from, end: to } = tokens.sentences[number] ?? { start: 0, end: tokens.text.length };
  return { field, start, end, sentence: { start: from, end: Math.max(to, end) }, sentenceNumber: number };
}

function compareFirst(a: readonly RelatePlace[], b: readonly RelatePlace[]): number {
  const [one, other] = [a[0]!, b[0]!];
  if (one.field !== other.field) return one.field === "title" ? -1 : 1;
  return one.start - other.start;
}
