/**
 * What is read of two elements of a sentence: the words between, before and behind them, lists, verbs, types and roles.
 *
 * A feature is a hash of hashes. It is the same whichever of the two is asked to be the head: the model has weights for
 * both readings.
 */
import { type HashList, mix32 } from "../model/feature-hash.ts";
import type { RoleWord } from "../terms/role-words.ts";
import { ANAPHOR, WORD } from "./anaphors.ts";
import type { ReadTerm } from "./read-terms.ts";
import type { SentenceElements } from "./sentence-elements.ts";

/** Kinds of features, so that the same words mean another thing in another place. */
const enum Kind {
  Whole = 1,
  Between,
  First,
  Last,
  FirstTwo,
  LastTwo,
  Before,
  BeforeTwo,
  Behind,
  BehindTwo,
  VerbBefore,
  VerbStemBefore,
  Verbs,
  FirstVerb,
  LastVerb,
  LastPreposition,
  Distance,
  Slots,
  Commas,
  Lists,
  Breaks,
  Voice,
  HeadOne,
  HeadOther,
  HeadOneBy,
  HeadOtherBy,
  Heads,
  Types,
  TypesBy,
  TypesAt,
  TypesVerbs,
  Roles,
  RolesTypes,
  RolesBy,
  RolesVerbs,
  RolesBetween,
  Ranks,
  RanksVerbs,
  Place,
  Title,
  Better,
  No,
  Anaphor,
  AnaphorVerb,
  AnaphorBy,
  AnaphorTypes,
  List,
  ListMarks,
  VerbRoles,
}

const SLOT = 0x51a7;
const NOTHING = 0x0a57;
const MANY = 0x3a9f;

const BETTER = /^(?:outperform|surpass|exceed|beat|superior|better|improv|than|faster|over$|gain)/u;
const NEGATION = /^(?:not|no|cannot|without|n't|neither|nor|never|unable|fails?|lacks?)$/u;
const BREAK = /^(?:which|that|where|while|but|because|since|whereas|although|when|if|who|[;:()])$/u;
const JOINER = /^(?:,|and|or|&|\/|as|well|both|including|\+)$/u;

const isSlot = (term: number): boolean => term !== WORD;
const codeOf = (row: SentenceElements, i: number): number =>
  row.term[i] === undefined ? NOTHING : isSlot(row.term[i]) ? SLOT : row.word[i]!.hash;

/** First element of the list that ends with element `i`, and not before `low`. */
function listStart({ term, word }: SentenceElements, i: number, low: number): number {
  let first = i;
  for (;;) {
    let k = first - 1;
    while (k > low && term[k] === WORD && JOINER.test(word[k]!.text)) k--;
    if (k === first - 1 || k <= low || !isSlot(term[k]!) || first - k > 4) return first;
    first = k;
  }
}

/** Last element of the list that begins with element `i`, and not behind `high`. */
function listEnd({ term, word }: SentenceElements, i: number, high: number): number {
  let last = i;
  for (;;) {
    let k = last + 1;
    while (k < high && term[k] === WORD && JOINER.test(word[k]!.text)) k++;
    if (k === last + 1 || k >= high || !isSlot(term[k]!) || k - last > 4) return last;
    last = k;
  }
}

const bucket = (n: number): number => (n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 22 ? 7 : 8);

/**
 * @param i and `j` elements of the sentence, `i` before `j`
 * @param one facts of the term at `i`, or of what the anaphor there stands for
 */
export function instanceFeatures(
  row: SentenceElements,
  i: number,
  j: number,
  one: ReadTerm,
  other: ReadTerm,
  out: HashList,
): void {
  const { term, word } = row;
  const anaphor = term[i] === ANAPHOR ? 1 : term[j] === ANAPHOR ? 2 : 0;
  const listOfOne = listEnd(row, i, j + 1);
  const types = one.type * 8 + other.type;
  const roles = one.role * 8 + other.role;
  const title = row.inTitle ? 1 : 0;
  if (listOfOne >= j) {
    // Members of one list: what joins them says whether the one explains the other.
    let marks = NOTHING;
    for (let k = i + 1; k < j && k < i + 4; k++) marks = mix32(marks, codeOf(row, k));
    out.push(mix32(Kind.List, types));
    out.push(mix32(Kind.List, 64 + roles));
    out.push(mix32(Kind.ListMarks, j === i + 1 ? NOTHING : marks));
    out.push(mix32(mix32(Kind.ListMarks, marks), types));
    out.push(mix32(mix32(Kind.ListMarks, marks), 64 + roles));
    out.push(mix32(Kind.List, 256 + bucket(j - i)));
    out.push(mix32(mix32(Kind.Before, 1), codeOf(row, i - 1)));
    out.push(mix32(mix32(Kind.Behind, 1), codeOf(row, j + 1)));
    out.push(mix32(mix32(Kind.HeadOne, 1), word[i]!.stem));
    out.push(mix32(mix32(Kind.HeadOther, 1), word[j]!.stem));
    return;
  }
  const from = listOfOne + 1;
  const to = listStart(row, j, listOfOne);
  let verbs = NOTHING;
  let verbCount = 0;
  let firstVerb: RoleWord | undefined;
  let lastVerb: RoleWord | undefined;
  let preposition = NOTHING;
  let slots = 0;
  let commas = 0;
  let breaks = NOTHING;
  let better = 0;
  let negated = 0;
  let whole = NOTHING;
  for (let k = from; k < to; k++) {
    const w = word[k]!;
    const code = codeOf(row, k);
    whole = mix32(whole, code);
    if (isSlot(term[k]!)) {
      slots++;
      continue;
    }
    if (k - from < 14 || to - k < 5) out.push(mix32(mix32(Kind.Between, title), w.stem));
    if (w.verb !== undefined && w.verb !== "background") {
      if (verbCount++ < 3) verbs = mix32(verbs, w.verbHash);
      firstVerb ??= w;
      lastVerb = w;
    }
    if (w.isPreposition) preposition = w.hash;
    if (w.text === ",") commas++;
    if (BREAK.test(w.text)) breaks = mix32(breaks, w.hash);
    if (BETTER.test(w.text)) better = 1;
    if (NEGATION.test(w.text)) negated = 1;
  }
  const n = to - from;
  const short = n <= 5 ? whole : MANY;
  const own = anaphor * 2 + title;
  out.push(mix32(mix32(Kind.Whole, own), short));
  out.push(mix32(mix32(Kind.Whole, 16 + types), short));
  out.push(mix32(mix32(Kind.RolesBetween, roles), short));
  out.push(mix32(mix32(Kind.First, title), n === 0 ? NOTHING : codeOf(row, from)));
  out.push(mix32(mix32(Kind.Last, title), n === 0 ? NOTHING : codeOf(row, to - 1)));
  if (n >= 2) {
    out.push(mix32(mix32(Kind.FirstTwo, codeOf(row, from)), codeOf(row, from + 1)));
    out.push(mix32(mix32(Kind.LastTwo, codeOf(row, to - 2)), codeOf(row, to - 1)));
  }
  const first = listStart(row, i, -1);
  const last = listEnd(row, j, term.length);
  const before = codeOf(row, first - 1);
  const behind = codeOf(row, last + 1);
  out.push(mix32(mix32(Kind.Before, title * 2), before));
  out.push(mix32(mix32(Kind.BeforeTwo, codeOf(row, first - 2)), before));
  out.push(mix32(mix32(Kind.Behind, title * 2), behind));
  out.push(mix32(mix32(Kind.BehindTwo, behind), codeOf(row, last + 2)));
  let verbBefore: RoleWord | undefined;
  for (let k = first - 1; k >= 0 && first - k <= 8; k--) {
    const w = word[k]!;
    if (NEGATION.test(w.text) && term[k] === WORD) negated |= 2;
    if (BETTER.test(w.text)) better |= 2;
    if (term[k] === WORD && w.verb !== undefined) verbBefore ??= w;
  }
  for (let k = last + 1; k < term.length && k - last <= 6; k++) if (BETTER.test(word[k]!.text)) better |= 4;
  const verbHashBefore = verbBefore?.verbHash ?? NOTHING;
  out.push(mix32(Kind.VerbBefore, verbHashBefore));
  out.push(mix32(Kind.VerbStemBefore, verbBefore?.stem ?? NOTHING));
  out.push(mix32(Kind.Verbs, verbs));
  out.push(mix32(mix32(Kind.Verbs, verbHashBefore), verbs));
  out.push(mix32(Kind.FirstVerb, firstVerb?.stem ?? NOTHING));
  out.push(mix32(Kind.LastVerb, lastVerb?.stem ?? NOTHING));
  out.push(mix32(Kind.LastPreposition, preposition));
  out.push(mix32(mix32(Kind.LastPreposition, preposition), lastVerb?.stem ?? NOTHING));
  out.push(mix32(mix32(Kind.LastPreposition, preposition), verbHashBefore));
  const distance = bucket(n);
  out.push(mix32(mix32(Kind.Distance, own), distance));
  out.push(mix32(mix32(Kind.Slots, distance), Math.min(4, slots)));
  out.push(mix32(Kind.Commas, Math.min(3, commas)));
  out.push(mix32(Kind.Lists, (listOfOne > i ? 1 : 0) + (to < j ? 2 : 0)));
  out.push(mix32(Kind.Breaks, breaks));
  out.push(mix32(mix32(Kind.HeadOne, 0), word[i]!.stem));
  out.push(mix32(mix32(Kind.HeadOther, 0), word[j]!.stem));
  out.push(mix32(mix32(Kind.HeadOneBy, word[i]!.stem), preposition));
  out.push(mix32(mix32(Kind.HeadOtherBy, word[j]!.stem), preposition));
  out.push(mix32(mix32(Kind.HeadOtherBy, word[j]!.stem), lastVerb?.verbHash ?? verbHashBefore));
  out.push(mix32(mix32(Kind.Types, own), types));
  out.push(mix32(mix32(Kind.TypesBy, types), preposition));
  out.push(mix32(mix32(Kind.TypesAt, types), distance * 8 + Math.min(4, slots)));
  out.push(mix32(mix32(Kind.TypesVerbs, types), mix32(verbs, preposition)));
  out.push(mix32(mix32(Kind.Roles, own), roles));
  out.push(mix32(mix32(Kind.RolesTypes, roles), types));
  out.push(mix32(mix32(Kind.RolesBy, roles), preposition));
  out.push(mix32(mix32(Kind.RolesVerbs, roles), verbs));
  out.push(mix32(mix32(Kind.VerbRoles, roles), verbHashBefore));
  out.push(mix32(mix32(Kind.TypesAt, 512 + roles), distance * 8 + Math.min(4, slots)));
  const ranks = one.rank * 4 + other.rank;
  out.push(mix32(mix32(Kind.Ranks, own), ranks));
  out.push(mix32(mix32(Kind.RanksVerbs, ranks), mix32(verbs, preposition)));
  out.push(mix32(Kind.Place, row.inTitle ? 9 : Math.min(3, Math.floor(row.place * 4))));
  out.push(mix32(mix32(Kind.Better, better), ranks));
  if (better > 0) out.push(mix32(mix32(Kind.Better, 64 + better), types));
  if (negated > 0) out.push(mix32(Kind.No, negated));
  if (anaphor > 0) {
    const stands = word[anaphor === 1 ? i : j]!;
    const side = anaphor * 16;
    out.push(mix32(mix32(Kind.Anaphor, side), stands.hash));
    out.push(mix32(mix32(Kind.AnaphorVerb, stands.hash), mix32(verbs, preposition)));
    out.push(mix32(mix32(Kind.AnaphorBy, side + ranks), preposition));
    out.push(mix32(mix32(Kind.AnaphorTypes, stands.hash), types));
  }
}
