/**
 * What the role of a paper–term edge is read from: cues, verbs, places and the term's own form, over all its mentions.
 */
import type { TermType } from "../../contract/graph-document.ts";
import { type RoleFinding, ruleFinding } from "./role-cues.ts";
import { type RoleSentence } from "./role-sentence.ts";
import { roleWord, type RoleWord, wordsOf } from "./role-words.ts";

/** One mention: the sentence and the mention's offsets within it. */
export interface RoleMention {
  readonly sentence: RoleSentence;
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
  /** Place of its sentence in the abstract: 0 first, 1 last; 0 in a title. */
  readonly place: number;
}

export interface RoleTerm {
  readonly type: TermType;
  /** The paper defines a short form for it, or it is one. */
  readonly defined: boolean;
  /** Stems of the words of the paper's title: see `stemsOf`. */
  readonly titleStems: ReadonlySet<string>;
}

/** Takes a feature and the words it was read from, as shown by `explain`; a feature may come again and counts once. */
type Add = (name: string, shown: string) => void;

/**
 * @param mentions all of one term in one paper; at least one
 * @returns what the cues say of each mention
 */
export function readRole(
  mentions: readonly RoleMention[],
  { type, defined, titleStems }: RoleTerm,
  add: Add,
): readonly RoleFinding[] {
  const findings = mentions.map(ruleFinding);
  const abstract = mentions.filter(({ inTitle }) => !inTitle);
  add(`type ${type}`, `a ${type}`);
  add(`mentions ${Math.min(4, mentions.length)}`, `${mentions.length} mentions`);
  for (let n = 2; n <= Math.min(5, mentions.length); n++) add(`mentions at least ${n}`, `${mentions.length} mentions`);
  if (defined) add("defined", "its short form is defined");
  const inTitle = mentions.length > abstract.length;
  if (inTitle) add("title", "title");
  if (inTitle && abstract.length > 0) add("title and abstract", "title and abstract");
  if (inTitle) add(`title, type ${type}`, "title");
  const [first] = mentions;
  const text = first ? first.sentence.text.slice(first.start, first.end) : "";
  const words = wordsOf(text);
  formFeatures(text, words, add);
  addTitleShare(words, titleStems, inTitle, add);
  mentions.forEach((mention, i) => {
    const cue = findings[i]!;
    add(`cue ${cue.role}`, cue.cue ?? "no cue");
    add(`cue ${cue.role}, type ${type}`, cue.cue ?? "no cue");
    if (mention.inTitle) titleFeatures(mention, add);
    else sentenceFeatures(mention, type, add);
    if (i === 0 && !mention.inTitle) add(`first in ${Math.floor(mention.place * 4)}`, "first mention");
  });
  return findings;
}

/** How many of the term's words the title has too. */
function addTitleShare(words: readonly string[], titleStems: ReadonlySet<string>, inTitle: boolean, add: Add): void {
  const termStems = words.map(stem);
  const shared = termStems.filter((word) => titleStems.has(word)).length;
  const share = shared === 0 ? "none" : shared === termStems.length ? "all" : "part";
  add(`title words ${share}`, `${share} of its words in the title`);
  if (!inTitle) add(`title words ${share}, not in title`, `${share} of its words in the title`);
  if (titleStems.has(termStems.at(-1) ?? "")) add("title has head", "its last word is in the title");
}

/** Crude stems of a title's words. */
export function stemsOf(title: string): Set<string> {
  return new Set(wordsOf(title).map(stem));
}

const stem = (word: string): string => word.replace(/(?:ies|es|s|ing|ed|ion|ions|al)$/u, "").slice(0, 8);

function formFeatures(text: string, list: readonly string[], add: Add): void {
  add(`words ${Math.min(4, list.length)}`, text);
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d/u.test(text)) add("form name", text);
  if (/^[\p{Lu}\d-]+s?$/u.test(text)) add("form capitals", text);
  const last = list.at(-1) ?? "";
  add(`head ${last.replace(/s$/u, "")}`, `head “${last}”`);
  add(`ending ${last.slice(-4)}`, `ending “${last.slice(-4)}”`);
}

function titleFeatures({ sentence: { text }, start, end }: RoleMention, add: Add): void {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (start <= 1) add("title start", "title start");
  if (start <= 1 && /^\W?\s*:/u.test(after)) add("title name", "title before the colon");
  if (before.includes(":")) add("title after colon", "title after the colon");
  if (/:\s*(?:an? )?(?:[\w-]+ ){0,2}$/u.test(before)) add("title behind colon", "title after the colon");
  if (text.length === end || /^\W*$/u.test(after)) add("title end", "title end");
  for (const word of wordsOf(before).slice(-2)) add(roleWord(word).name("title"), `title: ${word}`);
  const preposition =
    /\b(via|using|through|with|by|from|for|of|in|on|towards?|to|and|as)\b(?!.*\b(?:via|using|through|with|by|from|for|of|in|on|towards?|to|as)\b)/u.exec(
      before.toLowerCase(),
    );
  if (preposition) add(`title under ${preposition[1] ?? ""}`, `title: ${preposition[1] ?? ""}`);
  else add("title under nothing", "title");
}

/** UTF-16 units before a mention, and behind it, whose words are features. */
const REACH_BEFORE = 200;
const REACH_BEHIND = 100;
/** Units at a sentence's start that hold its opening words. */
const OPENING = 60;

/** A mention in a sentence, with what several groups of features ask for. */
interface Setting {
  readonly mention: RoleMention;
  readonly type: TermType;
  readonly before: readonly RoleWord[];
  readonly behind: readonly RoleWord[];
  /** Whose voice the sentence speaks in: own, others, none; and the words that say so. */
  readonly voice: string;
  readonly voiceShown: string;
  /** Quarter of the abstract (0…3) that the sentence stands in. */
  readonly quarter: number;
  /** The last preposition before the mention. */
  readonly governor: RoleWord | undefined;
  /** Class of the nearest verb before the mention. */
  readonly nearest: string | undefined;
}

function sentenceFeatures(mention: RoleMention, type: TermType, add: Add): void {
  const { sentence, start, end, place } = mention;
  const before = sentence.words(Math.max(0, start - REACH_BEFORE), start);
  const { own, others } = sentence;
  const setting: Setting = {
    mention,
    type,
    before,
    behind: sentence.words(end, end + REACH_BEHIND, 8),
    voice: own !== undefined ? "own" : others !== undefined ? "others" : "none",
    voiceShown: own ?? others ?? "no voice",
    quarter: Math.min(3, Math.floor(place * 4)),
    governor: before.slice(-5).findLast((word) => word.isPreposition),
    nearest: before.findLast(({ verb }) => verb !== undefined)?.verb,
  };
  addVoice(setting, add);
  addNeighbours(setting, add);
  addVerbs(setting, add);
  addObject(setting, add);
  if (setting.nearest === undefined) add("nearest nothing", "no verb before");
  const after = setting.behind.find(({ verb }) => verb !== undefined);
  if (after) add(`after ${after.verb ?? ""}`, after.text);
  addGovernor(setting, add);
  addActing(setting, add);
  if (start === 0 || before.length === 0) add("sentence subject", "at the start of its sentence");
  if (IN_LIST.test(sentence.text.slice(Math.max(0, start - REACH_BEFORE), start))) add("in a list", "in a list");
  if (/^\s*\(/u.test(sentence.text.slice(end, end + REACH_BEHIND))) add("before bracket", "before a bracket");
  if (sentence.hasFigures) add("figures", "figures in its sentence");
}

const IN_LIST = /[,:]\s*(?:and\s+)?(?:\w+\s)?$/u;

function addVoice({ mention: { sentence, place }, voice, voiceShown, quarter }: Setting, add: Add): void {
  add(`voice ${voice}`, voiceShown);
  if (sentence.weSpeak) add("voice we", "we");
  else add("voice not we", "not we");
  if (sentence.others !== undefined) add("voice of others", sentence.others);
  if (place === 0) add("sentence first", "first sentence");
  if (place === 1) add("sentence last", "last sentence");
  const shown = `${Math.round(place * 100)} % into the abstract`;
  add(`sentence in ${quarter}`, shown);
  add(`sentence in ${quarter}, voice ${voice}`, shown);
}

function addNeighbours({ mention: { sentence, start }, before, behind }: Setting, add: Add): void {
  const opening = sentence.words(0, Math.min(OPENING, start), 3);
  let shown = "";
  for (const word of opening) {
    shown = shown === "" ? word.text : `${shown} ${word.text}`;
    add(word.name("opening"), `opening “${shown}”`);
  }
  const last = before.at(-1);
  if (last) add(last.name("left"), last.shownBefore);
  for (const word of before.slice(-3)) add(word.name("nearLeft"), word.shownBefore);
  const pair = before
    .slice(-2)
    .map(({ text }) => text)
    .join(" ");
  add(`left pair ${pair}`, `${pair} …`);
  const next = behind[0] ?? roleWord(".");
  add(next.name("right"), next.shownBehind);
  for (const word of behind.slice(0, 3)) add(word.name("nearRight"), word.shownBehind);
}

/** Verbs before the mention, the nearest first. */
function addVerbs({ before, voice, type, nearest }: Setting, add: Add): void {
  let isNearest = nearest !== undefined;
  for (let k = before.length - 1; k >= 0; k--) {
    const { text, verb } = before[k]!;
    if (verb === undefined) continue;
    if (isNearest) {
      isNearest = false;
      const distance = before.length - k;
      add(`nearest ${verb}`, text);
      add(`nearest ${verb} at ${distance <= 2 ? 2 : distance <= 5 ? 5 : distance <= 10 ? 10 : 20}`, text);
      add(`nearest ${verb}, voice ${voice}`, text);
      add(`nearest ${verb}, type ${type}`, text);
    }
    add(`before ${verb}`, text);
  }
}

/** The verb whose object the mention is, when only a noun phrase stands between them. */
function addObject({ before, voice, type }: Setting, add: Add): void {
  for (let k = before.length - 1; k >= 0 && before.length - k <= 6; k--) {
    const { text, verb, parts, governs, shownBefore } = before[k]!;
    if (parts) break;
    if (!governs) continue;
    add(`object of ${verb ?? ""}`, shownBefore);
    add(`object of ${text.slice(0, 6)}`, shownBefore);
    add(`object of ${verb ?? ""}, voice ${voice}`, shownBefore);
    add(`object of ${verb ?? ""}, type ${type}`, shownBefore);
    break;
  }
}

function addGovernor({ governor, nearest, voice, voiceShown, type, quarter, mention }: Setting, add: Add): void {
  const word = governor ?? roleWord("none");
  const name = word.name("under");
  add(name, word.shownBefore);
  if (nearest !== undefined) add(`${name}, ${nearest}`, word.shownBefore);
  add(`${name}, voice ${voice}`, word.shownBefore);
  add(`type ${type}, voice ${voice}`, voiceShown);
  add(`type ${type}, in ${quarter}`, `${Math.round(mention.place * 100)} % into the abstract`);
}

/** What the paper does in the sentence before the mention: "we propose". */
function addActing({ mention: { sentence, start }, governor }: Setting, add: Add): void {
  const act = sentence.weAct;
  if (!act || act.end > start) return;
  const verbs = sentence.words(act.end, start, 3);
  for (const { text } of verbs.slice(0, 2)) add(`we ${text}`, `${act.text} ${text}`);
  const kind = verbs.find(({ verb }) => verb !== undefined)?.verb ?? "other";
  const far = start - act.start > 60 ? "far" : "near";
  const shown = `${act.text} ${verbs.map(({ text }) => text).join(" ")}`;
  add(`we ${kind}`, shown);
  add(`we ${kind}, ${far}`, shown);
  add(`we ${kind}, under ${governor?.text ?? "none"}`, shown);
}
