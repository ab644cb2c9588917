/**
 * What a written form stands for, in a paper and in the corpus. Forms without short forms mean the same everywhere; what
 * a short form means is asked paper by paper.
 */
import type { CorpusMentions, Definition } from "../choose/corpus-mentions.ts";
import type { KnownSense } from "../model/notions.ts";
import { looksLikeAcronym } from "../text/short-forms.ts";
import { variantKey } from "../text/variants.ts";
import { acronymParts, longFormOf, spellOut } from "./long-forms.ts";
import { countPapers } from "./count-papers.ts";
import { KnownSenses } from "./known-senses.ts";
import type { Sense } from "./sense-clusters.ts";
import { gatherSenses, isAmbiguous } from "./senses.ts";
import { shortKey } from "./short-keys.ts";
import type { SenseChooser } from "./sense-choice.ts";
import { firstMention } from "../choose/corpus-mentions.ts";

export interface FormReader {
  /** The key that stands for a variant key. */
  groupKey(key: string): string;
  /** The key that stands for a key whose long form is written otherwise elsewhere. */
  rootOf(key: string): string;
  /** Group key of a form, its short forms spelt out as the paper means them. */
  readForm(form: number, paper: number): string;
  /** The same of any text. */
  readText(text: string, paper: number): string;
  /** The long form that the whole form stands for, if it is a short one. */
  longForm(form: number, paper: number): string | undefined;
  /** The same of any text that is a short form. */
  longOf(text: string, paper: number): string | undefined;
  /** May the form mean something else in this paper than in others? */
  varies(form: number, paper: number): boolean;
  /** Has the form, as a short one, more than one usual sense? */
  isAmbiguous(form: number): boolean;
  /** Short forms of more than one usual sense among the forms and their words, by `shortKey`, in their order. */
  ambiguousShorts(): string[];
}

/** What is known beside the corpus. */
export interface ReaderKnowledge {
  readonly shortForms: ReadonlyMap<string, readonly KnownSense[]>;
  /** Decides between senses; without it the corpus's only sense is taken. */
  readonly chooser?: SenseChooser;
}

const NONE: ReadonlyMap<string, string> = new Map();

export function formReader(
  forms: CorpusMentions,
  order: readonly number[],
  groupKey: (key: string) => string,
  { shortForms, chooser }: ReaderKnowledge = { shortForms: new Map() },
): FormReader {
  const { texts, keyOf, keys, definitions } = forms;
  const own = definitions.map(ownShortForms);
  const { senses, definedIn } = sensesOf(forms, order, groupKey, own, shortForms);
  const groupsOf = new PaperGroups(forms, groupKey);
  const chosen = new Map<string, string | undefined>();
  const users = papersWithShorts(forms);

  const longIn = (text: string, paper: number): string | undefined => {
    const short = shortKey(text);
    const defined = own[paper]!.get(short);
    if (defined !== undefined || !/\p{Lu}/u.test(text)) return defined;
    const ranked = senses.of(text);
    if (ranked.length === 0) return undefined;
    if (!chooser) return longFormOf(text, NONE, senses);
    const key = `${paper} ${short}`;
    if (!chosen.has(key)) {
      const papersOf = (sense: Sense) => sense.keys.flatMap((long) => definedIn.get(`${short}\t${long}`) ?? []);
      chosen.set(
        key,
        chooser.choose(short, ranked, paper, users.get(short) ?? 0, papersOf, (long) => groupsOf.has(paper, long))
          ?.text,
      );
    }
    return chosen.get(key);
  };
  const shorts = texts.map((text) => acronymParts(text));
  // Short forms among the words, or the whole form.
  const isShort = texts.map(
    (text, form) =>
      shorts[form]!.some((short) => senses.of(short).length > 0) ||
      (/\p{Lu}/u.test(text) && senses.of(text).length > 0),
  );
  const readText = (text: string, paper: number) =>
    groupKey(variantKey(spellOut(text, (short) => longIn(short, paper))));
  return {
    groupKey,
    rootOf: (key) => senses.rootOf.get(key) ?? key,
    readText,
    readForm: (form, paper) =>
      shorts[form]!.length > 0 ? readText(texts[form]!, paper) : groupKey(keys[keyOf[form]!]!),
    longForm: (form, paper) => longIn(texts[form]!, paper),
    longOf: longIn,
    varies: (form, paper) => {
      if (isShort[form] === true) return true;
      const mine = own[paper]!;
      return (
        mine.size > 0 && (mine.has(shortKey(texts[form]!)) || shorts[form]!.some((short) => mine.has(shortKey(short))))
      );
    },
    isAmbiguous: (form) => isAmbiguous(senses.of(texts[form]!)),
    ambiguousShorts: () => {
      const found = new Set<string>();
      texts.forEach((text, form) => {
        for (const short of /\s/u.test(text) ? shorts[form]! : [text])
          if (looksLikeAcronym(short) && isAmbiguous(senses.of(short))) found.add(shortKey(short));
      });
      return [...found];
    },
  };
}

/** What the corpus says its short forms stand for, and the papers that say so. */
function sensesOf(
  forms: CorpusMentions,
  order: readonly number[],
  groupKey: (key: string) => string,
  own: readonly ReadonlyMap<string, string>[],
  shortForms: ReaderKnowledge["shortForms"],
) {
  const { definitions } = forms;
  const papersWith = papersWithKeys(forms, groupKey);
  const known = new KnownSenses(shortForms, groupKey, papersWith);
  const written = gatherSenses(definitions, order, (long) => groupKey(variantKey(long)), papersWith, known);
  // Again with "multi-agent RL" read as "multi-agent reinforcement learning".
  const readLong = (text: string, paper: number) =>
    groupKey(variantKey(spellOut(text, (short) => longFormOf(short, own[paper]!, written, 2))));
  return {
    senses: gatherSenses(definitions, order, readLong, papersWith, known),
    definedIn: papersBySense(definitions, order, readLong),
  };
}

/** The short forms that a paper defines, with their long forms. */
function ownShortForms(definitions: readonly Definition[]): ReadonlyMap<string, string> {
  return definitions.length === 0 ? NONE : new Map(definitions.map(({ short, long }) => [shortKey(short), long]));
}

/** Short form → papers with a mention that is one. */
function papersWithShorts(forms: CorpusMentions): ReadonlyMap<string, number> {
  const papers = countPapers(forms, (form) => form, forms.texts.length);
  const found = new Map<string, number>();
  forms.texts.forEach((text, form) => {
    if (!looksLikeAcronym(text)) return;
    const short = shortKey(text);
    found.set(short, (found.get(short) ?? 0) + papers[form]!);
  });
  return found;
}

/** Short form and group key of the long one → papers that define it so. */
function papersBySense(
  definitions: readonly (readonly Definition[])[],
  order: readonly number[],
  keyOf: (long: string, paper: number) => string,
): ReadonlyMap<string, number[]> {
  const papers = new Map<string, number[]>();
  for (const i of order) {
    for (const { short, long } of definitions[i]!) {
      const sense = `${shortKey(short)}\t${keyOf(long, i)}`;
      const list = papers.get(sense);
      if (list) list.push(i);
      else papers.set(sense, [i]);
    }
  }
  return papers;
}

/** Which group keys a paper's mentions have; the last paper asked about is kept. */
class PaperGroups {
  readonly #forms: CorpusMentions;
  readonly #groupKey: (key: string) => string;
  #paper = -1;
  #groups = new Set<string>();

  constructor(forms: CorpusMentions, groupKey: (key: string) => string) {
    this.#forms = forms;
    this.#groupKey = groupKey;
  }

  has(paper: number, group: string): boolean {
    if (this.#paper !== paper) {
      const { ends, formOf, keyOf, keys } = this.#forms;
      this.#paper = paper;
      this.#groups = new Set();
      for (let m = firstMention(ends, paper); m < ends[paper]!; m++)
        this.#groups.add(this.#groupKey(keys[keyOf[formOf[m]!]!]!));
    }
    return this.#groups.has(group);
  }
}

/** Group key → papers with a mention of it. */
function papersWithKeys(forms: CorpusMentions, groupKey: (key: string) => string): ReadonlyMap<string, number> {
  const numberOf = new Map<string, number>();
  const groupOf = forms.keys.map((key) => {
    const group = groupKey(key);
    const number = numberOf.get(group) ?? numberOf.size;
    numberOf.set(group, number);
    return number;
  });
  const papers = countPapers(forms, (form) => groupOf[forms.keyOf[form]!]!, numberOf.size);
  return new Map([...numberOf].map(([group, number]) => [group, papers[number]!]));
}
