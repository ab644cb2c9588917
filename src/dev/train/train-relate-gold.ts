/**
 * The papers with labelled roles and relations as they are read: with the terms of the gold, or with those that the tool
 * found, matched to the gold's as the scorer does.
 */
import { readFileSync } from "node:fs";
import { type Role, ROLES, STATED_KINDS, type StatedKind, TERM_TYPES } from "../../contract/graph-document.ts";
import type { Paper } from "../../domain/paper.ts";
import { paperTermsOf } from "../../domain/paper-terms.ts";
import type { Extraction } from "../../domain/term.ts";
import type { RelatePaper, RelatePlace, RelateTerm } from "../../extract/relate/relate-types.ts";
import { type RoleTerm, stemsOf } from "../../extract/terms/role-features.ts";
import type { RoleMention } from "../../extract/terms/role-sentence-features.ts";
import { firstAct, RoleSentence } from "../../extract/terms/role-sentence.ts";
import { tokenize, type Tokens } from "../../extract/text/tokens.ts";
import { type GoldPaper, projectGold } from "./train-gold.ts";

interface GoldRelations {
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
  /** Of whether a term is one of the gold, by its place. */
  readonly isGold: readonly boolean[];
  readonly relations: readonly LabelledRelation[];
}

export function readRelations(path: string): GoldRelations[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldRelations);
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

/** With the terms that the tool found in the paper, `i` of the extraction. */
export function toolLabelled(
  paper: GoldPaper,
  labels: GoldRelations,
  extraction: Extraction,
  i: number,
): LabelledPaper {
  const concept = conceptsOf(paper);
  const fields = { title: tokenize(paper.title), abstract: tokenize(paper.abstract) };
  const own = paperTermsOf(extraction.paperTerms, i, paper as unknown as Paper);
  const surface = new Map<string, number>();
  own.forEach(({ mentions }, t) =>
    mentions.forEach(({ text }) => {
      if (!surface.has(norm(text))) surface.set(norm(text), t);
    }),
  );
  const nameOf = new Map<number, string>();
  const taken = new Set<string>();
  for (const { text } of paper.terms) {
    const t = surface.get(norm(text));
    const name = concept.get(text)!;
    if (t === undefined || taken.has(name)) continue;
    taken.add(name);
    nameOf.set(t, name);
  }
  const terms = own
    .map(({ term, certainty = 1, mentions }, t) => ({
      type: TERM_TYPES.indexOf(extraction.terms[term]!.type),
      certainty,
      places: mentions.map(({ field, start, end }) => placeOf(fields[field], field, start, end)),
      isDefined: mentions.some(({ text, field, start }) => {
        const before = (field === "title" ? paper.title : paper.abstract)[start - 1];
        return before === "(" && /\p{Lu}/u.test(text);
      }),
      name: nameOf.get(t),
    }))
    .sort((a, b) => compareFirst(a.places, b.places));
  return labelled(paper, labels, fields, { concept, terms });
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
  const act = firstAct(fields.abstract.sentences.map(({ start, end }) => fields.abstract.text.slice(start, end)));
  const last = Math.max(1, fields.abstract.sentences.length - 1);
  const mentionOf = ({ field, start, end, sentence, sentenceNumber }: RelatePlace): RoleMention => {
    const key = `${field} ${sentenceNumber}`;
    let read = sentences.get(key);
    if (!read) sentences.set(key, (read = new RoleSentence(fields[field].text.slice(sentence.start, sentence.end))));
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
    isGold: terms.map(({ name }) => name !== undefined),
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

/** One for each term with a role. */
export const rolesOf = (paper: LabelledPaper): Role[] => paper.terms.flatMap(({ role }) => role ?? []);

export const ROLE_COUNT = ROLES.length;
