/**
 * What the role model reads off a mention in a sentence: voice, neighbours, verbs, prepositions, lists.
 */
import type { TermType } from "../../contract/graph-document.ts";
import { names, pairNames } from "./role-names.ts";
import { type Actor, type RoleSentence } from "./role-sentence.ts";
import { roleWord, type RoleWord } from "./role-words.ts";

/** One mention: the sentence and the mention's offsets within it. */
export interface RoleMention {
  readonly sentence: RoleSentence;
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
  /** Place of its sentence in the abstract: 0 first, 1 last; 0 in a title. */
  readonly place: number;
  /** Sentences behind the one in which the paper first says what it brings; -99 where none says so. */
  readonly turn: number;
}

/** Takes a feature and the words it was read from, as shown by `explain`; a feature may come again and counts once. */
export type Add = (name: string, shown: string) => void;

const VOICE = names((voice: string) => `voice ${voice}`);
const QUARTER = names((quarter: number) => `sentence in ${quarter}`);
const QUARTER_VOICE = pairNames((quarter: number, voice: string) => `sentence in ${quarter}, voice ${voice}`);
const NEAREST = names((verb: string) => `nearest ${verb}`);
const NEAREST_AT = pairNames((verb: string, distance: number) => `nearest ${verb} at ${distance}`);
const NEAREST_VOICE = pairNames((verb: string, voice: string) => `nearest ${verb}, voice ${voice}`);
const NEAREST_TYPE = pairNames((verb: string, type: string) => `nearest ${verb}, type ${type}`);
const BEFORE = names((verb: string) => `before ${verb}`);
const AFTER = names((verb: string) => `after ${verb}`);
const OBJECT = names((verb: string) => `object of ${verb}`);
const OBJECT_VOICE = pairNames((verb: string, voice: string) => `object of ${verb}, voice ${voice}`);
const OBJECT_TYPE = pairNames((verb: string, type: string) => `object of ${verb}, type ${type}`);
const UNDER_NEAREST = pairNames((under: string, verb: string) => `${under}, ${verb}`);
const UNDER_VOICE = pairNames((under: string, voice: string) => `${under}, voice ${voice}`);
const TYPE_VOICE = pairNames((type: string, voice: string) => `type ${type}, voice ${voice}`);
const TURN = names((turn: string) => `turn ${turn}`);
const TURN_VOICE = pairNames((turn: string, voice: string) => `turn ${turn}, voice ${voice}`);
const TURN_TYPE = pairNames((turn: string, type: string) => `turn ${turn}, type ${type}`);
const TURN_NEAREST = pairNames((turn: string, verb: string) => `turn ${turn}, nearest ${verb}`);
const TURN_UNDER = pairNames((turn: string, under: string) => `turn ${turn}, ${under}`);
const TYPE_QUARTER = pairNames((type: string, quarter: number) => `type ${type}, in ${quarter}`);
const placeShown = names((percent: number) => `${percent} % into the abstract`);

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

export function sentenceFeatures(mention: RoleMention, type: TermType, add: Add): void {
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
  addTurn(setting, add);
  addNeighbours(setting, add);
  addVerbs(setting, add);
  addObject(setting, add);
  if (setting.nearest === undefined) add("nearest nothing", "no verb before");
  const after = setting.behind.find(({ verb }) => verb !== undefined);
  if (after) add(AFTER(after.verb ?? ""), after.text);
  addGovernor(setting, add);
  addActing(setting, add);
  addActors(setting, add);
  if (start === 0 || before.length === 0) add("sentence subject", "at the start of its sentence");
  if (IN_LIST.test(sentence.text.slice(Math.max(0, start - REACH_BEFORE), start))) add("in a list", "in a list");
  if (/^\s*\(/u.test(sentence.text.slice(end, end + REACH_BEHIND))) add("before bracket", "before a bracket");
  if (sentence.hasFigures) add("figures", "figures in its sentence");
}

const IN_LIST = /[,:]\s*(?:and\s+)?(?:\w+\s)?$/u;

function addVoice({ mention: { sentence, place }, voice, voiceShown, quarter }: Setting, add: Add): void {
  add(VOICE(voice), voiceShown);
  if (sentence.weSpeak) add("voice we", "we");
  else add("voice not we", "not we");
  if (sentence.others !== undefined) add("voice of others", sentence.others);
  if (place === 0) add("sentence first", "first sentence");
  if (place === 1) add("sentence last", "last sentence");
  const shown = placeShown(Math.round(place * 100));
  add(QUARTER(quarter), shown);
  add(QUARTER_VOICE(quarter, voice), shown);
}

/** Where the sentence stands to the one in which the paper turns from what is known to what it brings. */
function addTurn({ mention: { turn }, voice, type, nearest, governor }: Setting, add: Add): void {
  const step = turnStep(turn);
  const shown = "place before or behind what the paper says it brings";
  add(TURN(step), shown);
  add(TURN_VOICE(step, voice), shown);
  add(TURN_TYPE(step, type), shown);
  add(TURN_NEAREST(step, nearest ?? "nothing"), shown);
  add(TURN_UNDER(step, governor?.text ?? "none"), shown);
}

export function turnStep(turn: number): string {
  if (turn === -99) return "none";
  if (turn < 0) return turn === -1 ? "just before" : "before";
  return turn === 0 ? "at" : turn === 1 ? "just behind" : "behind";
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
      add(NEAREST(verb), text);
      add(NEAREST_AT(verb, distance <= 2 ? 2 : distance <= 5 ? 5 : distance <= 10 ? 10 : 20), text);
      add(NEAREST_VOICE(verb, voice), text);
      add(NEAREST_TYPE(verb, type), text);
    }
    add(BEFORE(verb), text);
  }
}

/** The verb whose object the mention is, when only a noun phrase stands between them. */
function addObject({ before, voice, type }: Setting, add: Add): void {
  for (let k = before.length - 1; k >= 0 && before.length - k <= 6; k--) {
    const { text, verb, parts, governs, shownBefore } = before[k]!;
    if (parts) break;
    if (!governs) continue;
    add(OBJECT(verb ?? ""), shownBefore);
    add(`object of ${text.slice(0, 6)}`, shownBefore);
    add(OBJECT_VOICE(verb ?? "", voice), shownBefore);
    add(OBJECT_TYPE(verb ?? "", type), shownBefore);
    break;
  }
}

function addGovernor({ governor, nearest, voice, voiceShown, type, quarter, mention }: Setting, add: Add): void {
  const word = governor ?? roleWord("none");
  const name = word.name("under");
  add(name, word.shownBefore);
  if (nearest !== undefined) add(UNDER_NEAREST(name, nearest), word.shownBefore);
  add(UNDER_VOICE(name, voice), word.shownBefore);
  add(TYPE_VOICE(type, voice), voiceShown);
  add(TYPE_QUARTER(type, quarter), placeShown(Math.round(mention.place * 100)));
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

/** Who acts for the paper before the mention, and behind it, and what it does to the mention. */
function addActors({ mention: { sentence, start, end }, governor, type }: Setting, add: Add): void {
  const { actors, text } = sentence;
  const isOwn = (actor: Actor): boolean => actor.start < end && start < actor.end;
  const acting = actors.findLast((actor) => actor.end <= start && !isOwn(actor));
  if (actors.some((actor) => actor.kind === "name" && isOwn(actor)))
    add("is an own name", "a name that the paper gives");
  if (acting) {
    const shown = text.slice(acting.start, acting.end);
    const verbs = sentence.words(acting.end, start, 8);
    const verb = verbs.find((word) => word.verb !== undefined);
    const far = start - acting.end > 60 ? "far" : "near";
    add(`actor ${acting.kind}`, shown);
    add(`actor ${acting.kind}, type ${type}`, shown);
    add(`actor ${acting.kind} ${far}, ${verb?.verb ?? "other"}`, `${shown} … ${verb?.text ?? ""}`);
    add(
      `actor ${acting.kind}, ${verb?.verb ?? "other"}, under ${governor?.text ?? "none"}`,
      `${shown} … ${verb?.text ?? ""}`,
    );
    if (verb)
      add(`actor ${acting.kind === "we" ? "we" : "own"} does ${verb.text.slice(0, 6)}`, `${shown} … ${verb.text}`);
    if (acting.start <= FRONT) add(`front ${acting.kind}`, shown);
  } else add("no actor", "nobody acts before it");
  const behind = actors.find((actor) => actor.start >= end);
  if (behind) {
    const shown = text.slice(behind.start, behind.end);
    add(`actor behind ${behind.kind}`, shown);
    const verb = sentence.words(end, behind.start, 12).find((word) => word.verb !== undefined);
    add(`actor behind ${behind.kind}, ${verb?.verb ?? "none"}`, shown);
  }
}

/** UTF-16 units from a sentence's start in which its subject begins. */
const FRONT = 12;
