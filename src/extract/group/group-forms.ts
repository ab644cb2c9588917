/**
 * Which mentions are of one term: variants by key, abbreviations by definition, then what people decided.
 *
 * Works on numbers: a form is read once, whatever number of mentions it has. Only in papers that define short forms of
 * their own may the same form mean something else.
 */
import type { Paper } from "../../domain/paper.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Decision, mergeEnds, writtenForm } from "../../contract/decisions.ts";
import { type Problem, type Staged, staged } from "../../domain/staged.ts";
import { type CorpusMentions, firstMention } from "../choose/corpus-mentions.ts";
import { variantKey } from "../text/variants.ts";
import { closedForms } from "./closed-forms.ts";
import { type FormReader, formReader } from "./form-reader.ts";
import { ABBREVIATION, BY_KEY, DECISION, type Grouping, READING } from "./grouping.ts";
import { NO_SHORTS, openShortsOf } from "./open-shorts.ts";
import { joinEntries } from "./join-entries.ts";
import { paperPlaces, senseChooser } from "./sense-choice.ts";
import { withNameKeys } from "./name-keys.ts";
import { isCutWithDigit } from "./short-keys.ts";
import { partTitleNames } from "./title-names.ts";
import { joinTwins } from "./twins.ts";
import type { ExtractResources } from "../resources.ts";

/** What the background says; without it only the corpus at hand counts. */
export type GroupKnowledge = Pick<ExtractResources, "background" | "notions">;

/** Groups of the mentions in the making. */
interface Joined {
  readonly groupOf: Uint32Array;
  readonly rules: Uint8Array;
}

export function groupForms(
  papers: readonly Paper[],
  given: CorpusMentions,
  order: readonly number[],
  decisions: readonly Decision[],
  knowledge?: GroupKnowledge,
): Staged<Grouping> {
  const { notions } = knowledge ?? {};
  const sound = {
    ...given,
    definitions: given.definitions.map((own) =>
      own.some(isCutWithDigit) ? own.filter((d) => !isCutWithDigit(d)) : own,
    ),
  };
  const mentions = knowledge ? withNameKeys(sound, knowledge.background) : sound;
  const textOf = (paper: number) => `${papers[paper]!.title} ${papers[paper]!.abstract ?? ""}`;
  const placeOf = knowledge && notions ? paperPlaces({ background: knowledge.background, notions }, textOf) : undefined;
  const reader = formReader(mentions, order, closedForms(mentions), {
    shortForms: notions?.shortForms ?? new Map(),
    ...(placeOf && { chooser: senseChooser(placeOf) }),
  });
  const groups = new NumberedNames();
  const plainOf = mentions.keys.map((key) => groups.numberOf(reader.groupKey(key)));
  const names = new Map<string, string>();
  const expansions = new Map<string, string>();
  const joined = joinMentions(mentions, reader, plainOf, order, groups, names, expansions);
  ungroupLoners(mentions, plainOf, groups, joined);
  followOthers(mentions, plainOf, joined);
  let twinOf = (group: number) => group;
  if (placeOf && notions) {
    const sameWords = (word: string) => notions.same.get(word) ?? [];
    twinOf = joinTwins(mentions, { ...joined, groups: groups.list }, order, { sameWords, placeOf });
  }
  partTitleNames(papers, mentions, joined, groups, order, expansions);
  const problems = decideGroups(mentions, joined, decisions, groups, names);
  const openShorts = placeOf ? openShortsOf(reader, groups, joined.groupOf, decisions, twinOf) : NO_SHORTS;
  const value = { ...joined, groups: groups.list, names, expansions, openShorts };
  return staged(value, problems, joinEntries(papers, mentions, value, order));
}

/** What one form stands for: a group, and why. */
interface Meaning {
  readonly group: number;
  readonly rule: number;
}

/** Every mention under the group of what it stands for; a form means the same in all papers that do not define it. */
function joinMentions(
  mentions: CorpusMentions,
  reader: FormReader,
  plainOf: readonly number[],
  order: readonly number[],
  groups: NumberedNames,
  names: Map<string, string>,
  expansions: Map<string, string>,
): Joined {
  const { ends, formOf, keyOf, texts } = mentions;
  const groupOf = new Uint32Array(formOf.length);
  const rules = new Uint8Array(formOf.length);
  const mentioned = new Set<string>();
  const seen = new Uint8Array(texts.length);
  for (let i = 0, m = 0; i < ends.length; i++) {
    for (; m < ends[i]!; m++) {
      const form = formOf[m]!;
      const isCommon = !reader.varies(form, i);
      if (isCommon && seen[form] === 1) continue;
      if (isCommon) seen[form] = 1;
      mentioned.add(reader.rootOf(reader.readForm(form, i)));
    }
  }
  const meaning = (form: number, paper: number): Meaning => {
    const plain = plainOf[keyOf[form]!]!;
    const long = reader.longForm(form, paper);
    const name = reader.rootOf(long === undefined ? reader.readForm(form, paper) : reader.readText(long, paper));
    const group = groups.numberOf(name);
    if (long === undefined) {
      if (group === plain) return { group, rule: BY_KEY };
      return { group, rule: reader.rootOf(groups.list[plain]!) === name ? READING : ABBREVIATION };
    }
    const isAmbiguous = reader.isAmbiguous(form);
    if (isAmbiguous && !expansions.has(name)) expansions.set(name, long);
    if (!mentioned.has(name)) {
      // The long form is no term anywhere: its text is needed only to tell it from other senses.
      if (!isAmbiguous) return { group: plain, rule: BY_KEY };
      if (!names.has(name)) names.set(name, long);
    }
    return { group, rule: ABBREVIATION };
  };
  const common: Meaning[] = [];
  for (const i of order) {
    for (let m = firstMention(ends, i); m < ends[i]!; m++) {
      const form = formOf[m]!;
      const found = reader.varies(form, i) ? meaning(form, i) : (common[form] ??= meaning(form, i));
      groupOf[m] = found.group;
      rules[m] = found.rule;
    }
  }
  return { groupOf, rules };
}

/** A group that only one key has come to is named by that key: nothing was joined by spelling it out. */
function ungroupLoners(
  { formOf, keyOf }: CorpusMentions,
  plainOf: readonly number[],
  groups: NumberedNames,
  { groupOf, rules }: Joined,
): void {
  const plains = new OnlyValues();
  formOf.forEach((form, m) => plains.add(groupOf[m]!, plainOf[keyOf[form]!]!));
  formOf.forEach((form, m) => {
    const plain = plainOf[keyOf[form]!]!;
    if (rules[m] === BY_KEY || !groups.list[plain]!.includes(" ") || plains.of(groupOf[m]!) === undefined) return;
    groupOf[m] = plain;
    rules[m] = BY_KEY;
  });
}

/** "pos tagging" is what "POS tagging" is elsewhere, when that is one thing only. Single words are told apart by case. */
function followOthers(
  { formOf, keyOf, keys }: CorpusMentions,
  plainOf: readonly number[],
  { groupOf, rules }: Joined,
): void {
  const moved = new OnlyValues();
  formOf.forEach((form, m) => {
    if (rules[m] !== BY_KEY && keys[keyOf[form]!]!.includes(" ")) moved.add(plainOf[keyOf[form]!]!, groupOf[m]!);
  });
  formOf.forEach((form, m) => {
    if (rules[m] !== BY_KEY || !keys[keyOf[form]!]!.includes(" ")) return;
    const group = moved.of(plainOf[keyOf[form]!]!);
    if (group === undefined) return;
    groupOf[m] = group;
    rules[m] = ABBREVIATION;
  });
}

/** The one value that each key was met with. */
class OnlyValues {
  readonly #valueOf = new Map<number, number>();

  add(key: number, value: number): void {
    const known = this.#valueOf.get(key);
    if (known === undefined) this.#valueOf.set(key, value);
    else if (known !== value) this.#valueOf.set(key, SEVERAL);
  }

  /** Undefined when there was none, or more than one. */
  of(key: number): number | undefined {
    const value = this.#valueOf.get(key);
    return value === SEVERAL ? undefined : value;
  }
}
const SEVERAL = -1;

/** What people joined and parted; changes the groups. */
function decideGroups(
  { texts, keyOf, keys, formOf }: CorpusMentions,
  { groupOf, rules }: Joined,
  decisions: readonly Decision[],
  groups: NumberedNames,
  names: Map<string, string>,
): Problem[] {
  const wanted = decisions.filter((d) => d.kind === "split" || d.kind === "merge");
  if (wanted.length === 0) return [];
  const byForm = new Map(wanted.map((d) => [writtenForm(d.form), d]));
  const ends = mergeEnds(wanted);
  const groupOfText = new Map<string, number>();
  formOf.forEach((form, m) => groupOfText.set(writtenForm(texts[form]!), groupOf[m]!));
  const used = new Set<Decision>();
  // Forms that a chain of merges leads through are matched, even where no text has them.
  const passed = new Set<string>();
  formOf.forEach((form, m) => {
    const text = texts[form]!;
    const decision = byForm.get(writtenForm(text)) ?? byForm.get(keys[keyOf[form]!]!);
    if (!decision) return;
    used.add(decision);
    rules[m] = DECISION;
    if (decision.kind === "split") groupOf[m] = groups.numberOf(`=${text}`);
    else {
      const canonical = ends.get(writtenForm(decision.form)) ?? decision.canonical;
      groupOf[m] = groupOfText.get(canonical) ?? groups.numberOf(variantKey(canonical));
      names.set(groups.list[groupOf[m]]!, canonical);
      passed.add(writtenForm(decision.canonical));
    }
  });
  return wanted.filter((d) => !used.has(d) && !passed.has(writtenForm(d.form))).map(unmatched);
}

export function unmatched(decision: Decision): Problem {
  const subject = "form" in decision ? decision.form : "term" in decision ? decision.term : decision.member;
  return {
    code: "decisions/unmatched",
    severity: "warning",
    message: `${decision.kind} "${subject}" matches no term`,
    hint: "write the form exactly as it is shown, or remove the line",
    ...(decision.line !== undefined && { where: { file: decision.file ?? "decisions.tsv", line: decision.line } }),
  };
}
