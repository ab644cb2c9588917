/**
 * What the role of a paper–term edge is read from: cues, verbs, places and the term's own form, over all its mentions.
 */
import type { TermType } from "../../contract/graph-document.ts";
import { OTHERS_VOICE, OWN_VOICE, ruleFinding } from "./role-cues.ts";

/** One mention: the sentence and the mention's offsets within it. */
export interface RoleMention {
  readonly sentence: string;
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
  /** The paper's title. */
  readonly title: string;
}

/** Feature → the words it was read from, as shown by `explain`. */
export type RoleFeatures = ReadonlyMap<string, string>;

const VERBS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "create",
    /^(?:propos|introduc|present(?!ly)|develop|design|devis|releas|construct|creat|build|built|formulat|establish|defin|deriv|call|named|term|dub|curat|contribut|describ|novel|new$|coin)/u,
  ],
  [
    "use",
    /^(?:us(?:e|es|ed|ing)$|utili[sz]|leverag|employ|appl|adopt|exploit|bas(?:ed|es|is)|combin|integrat|incorporat|via$|through$|train|fine-?tun|extend|implement|inspir|follow|compos|consist|compris|generat|process)/u,
  ],
  [
    "measure",
    /^(?:evaluat|experiment|test|validat|benchmark|result|achiev|improv|reach|accura|perform|reduc|increas|decreas|gain|score|rate|simulat|speedup|higher|lower|maintain|preserv|effective|across$)/u,
  ],
  [
    "study",
    /^(?:stud|investigat|analy[sz]|explor|examin|address|tackl|consider|understand|focus|review|survey|characteri|solv|prov|mitigat|find|found|observ|discuss|reveal|identif|show|demonstrat|effect|role|propert|behavio|evidence|towards?$|problem|model(?:l)?ing$)/u,
  ],
  [
    "compare",
    /^(?:outperform|surpass|superior|better|exceed|competitive|compar|baseline|unlike|versus|vs|contrast|than|instead|counterpart)/u,
  ],
  [
    "background",
    /^(?:however|recent|existing|often|typical|usual|many$|most$|traditional|current|while$|although|despite|prior|previous|can$|may$|such$|popular|wide|common|challeng|rely|suffer|important|fail)/u,
  ],
];

const words = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*|[^\s\p{L}\p{N}]/gu) ?? [];

export function roleFeatures(mentions: readonly RoleMention[], { type, defined, title }: RoleTerm): RoleFeatures {
  const features = new Map<string, string>();
  const add = (name: string, shown: string) => {
    if (!features.has(name)) features.set(name, shown);
  };
  const abstract = mentions.filter(({ inTitle }) => !inTitle);
  add(`type ${type}`, `a ${type}`);
  add(`mentions ${Math.min(4, mentions.length)}`, `${mentions.length} mentions`);
  for (let n = 2; n <= Math.min(5, mentions.length); n++) add(`mentions at least ${n}`, `${mentions.length} mentions`);
  if (defined) add("defined", "its short form is defined");
  const inTitle = mentions.length > abstract.length;
  if (inTitle) add("title", "title");
  if (inTitle && abstract.length > 0) add("title and abstract", "title and abstract");
  if (inTitle) add(`title, type ${type}`, "title");
  const text = mentions[0] ? mentions[0].sentence.slice(mentions[0].start, mentions[0].end) : "";
  formFeatures(text, add);
  const titleStems = new Set(words(title).map(stem));
  const termStems = words(text).map(stem);
  const shared = termStems.filter((word) => titleStems.has(word)).length;
  const share = shared === 0 ? "none" : shared === termStems.length ? "all" : "part";
  add(`title words ${share}`, `${share} of its words in the title`);
  if (!inTitle) add(`title words ${share}, not in title`, `${share} of its words in the title`);
  if (titleStems.has(termStems.at(-1) ?? "")) add("title has head", "its last word is in the title");
  mentions.forEach((mention, i) => {
    const cue = ruleFinding(mention);
    add(`cue ${cue.role}`, cue.cue ?? "no cue");
    add(`cue ${cue.role}, type ${type}`, cue.cue ?? "no cue");
    if (mention.inTitle) titleFeatures(mention, add);
    else sentenceFeatures(mention, type, add);
    if (i === 0 && !mention.inTitle) add(`first in ${Math.floor(mention.place * 4)}`, "first mention");
  });
  return features;
}

const stem = (word: string): string => word.replace(/(?:ies|es|s|ing|ed|ion|ions|al)$/u, "").slice(0, 8);

const PREPOSITION =
  /^(?:of|for|in|on|with|by|via|using|through|from|to|as|between|under|into|over|across|than|that|which|where|while|when|and|or|is|are|against|at|during|within|without|including|like|such)$/u;

type Add = (name: string, shown: string) => void;

function formFeatures(text: string, add: Add): void {
  const list = words(text);
  add(`words ${Math.min(4, list.length)}`, text);
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d/u.test(text)) add("form name", text);
  if (/^[\p{Lu}\d-]+s?$/u.test(text)) add("form capitals", text);
  const last = list.at(-1) ?? "";
  add(`head ${last.replace(/s$/u, "")}`, `head “${last}”`);
  add(`ending ${last.slice(-4)}`, `ending “${last.slice(-4)}”`);
}

function titleFeatures({ sentence, start, end }: RoleMention, add: Add): void {
  const before = sentence.slice(0, start);
  const after = sentence.slice(end);
  if (start <= 1) add("title start", "title start");
  if (start <= 1 && /^\W?\s*:/u.test(after)) add("title name", "title before the colon");
  if (before.includes(":")) add("title after colon", "title after the colon");
  if (/:\s*(?:an? )?(?:[\w-]+ ){0,2}$/u.test(before)) add("title behind colon", "title after the colon");
  if (sentence.length === end || /^\W*$/u.test(after)) add("title end", "title end");
  for (const word of words(before).slice(-2)) add(`title ${word}`, `title: ${word}`);
  const preposition =
    /\b(via|using|through|with|by|from|for|of|in|on|towards?|to|and|as)\b(?!.*\b(?:via|using|through|with|by|from|for|of|in|on|towards?|to|as)\b)/u.exec(
      before.toLowerCase(),
    );
  if (preposition) add(`title under ${preposition[1] ?? ""}`, `title: ${preposition[1] ?? ""}`);
  else add("title under nothing", "title");
}

function sentenceFeatures({ sentence, start, end, place }: RoleMention, type: TermType, add: Add): void {
  const before = words(sentence.slice(Math.max(0, start - 200), start));
  const after = words(sentence.slice(end, end + 100));
  const opening = words(sentence.slice(0, Math.min(60, start))).slice(0, 3);
  const own = OWN_VOICE.exec(sentence)?.[0];
  const others = OTHERS_VOICE.exec(sentence)?.[0];
  const voice = own !== undefined ? "own" : others !== undefined ? "others" : "none";
  add(`voice ${voice}`, own ?? others ?? "no voice");
  if (/\b(?:we|our|this (?:paper|work|article|study))\b/iu.test(sentence)) add("voice we", "we");
  else add("voice not we", "not we");
  if (others !== undefined) add("voice of others", others);
  if (place === 0) add("sentence first", "first sentence");
  if (place === 1) add("sentence last", "last sentence");
  add(`sentence in ${Math.min(3, Math.floor(place * 4))}`, `${Math.round(place * 100)} % into the abstract`);
  add(
    `sentence in ${Math.min(3, Math.floor(place * 4))}, voice ${voice}`,
    `${Math.round(place * 100)} % into the abstract`,
  );
  opening.forEach((word, k) => add(`opening ${word}`, `opening “${opening.slice(0, k + 1).join(" ")}”`));
  before.slice(-1).forEach((word) => add(`left ${word}`, `${word} …`));
  before.slice(-3).forEach((word) => add(`near left ${word}`, `${word} …`));
  add(`left pair ${before.slice(-2).join(" ")}`, `${before.slice(-2).join(" ")} …`);
  add(`right ${after[0] ?? "."}`, `… ${after[0] ?? "."}`);
  after.slice(0, 3).forEach((word) => add(`near right ${word}`, `… ${word}`));
  let nearest = "";
  for (let k = before.length - 1; k >= 0; k--) {
    const word = before[k]!;
    const verb = VERBS.find(([, pattern]) => pattern.test(word))?.[0];
    if (verb === undefined) continue;
    const distance = before.length - k;
    if (nearest === "") {
      nearest = verb;
      add(`nearest ${verb}`, word);
      add(`nearest ${verb} at ${distance <= 2 ? 2 : distance <= 5 ? 5 : distance <= 10 ? 10 : 20}`, word);
      add(`nearest ${verb}, voice ${voice}`, word);
      add(`nearest ${verb}, type ${type}`, word);
    }
    add(`before ${verb}`, word);
  }
  // The verb whose object the mention is, when only a noun phrase stands between them.
  for (let k = before.length - 1; k >= 0 && before.length - k <= 6; k--) {
    const word = before[k]!;
    if (/^[^\p{L}\p{N}]$/u.test(word) && !/^["'“‘`(]$/u.test(word)) break;
    if (PREPOSITION.test(word) && !/^(?:and|or|of|via|using|through|by)$/u.test(word)) break;
    const verb = VERBS.find(([, pattern]) => pattern.test(word))?.[0];
    if (
      verb === undefined ||
      /^(?:existing|novel|new|proposed|traditional|popular|recent|current|previous|prior|common)$/u.test(word)
    )
      continue;
    add(`object of ${verb}`, `${word} …`);
    add(`object of ${word.slice(0, 6)}`, `${word} …`);
    add(`object of ${verb}, voice ${voice}`, `${word} …`);
    add(`object of ${verb}, type ${type}`, `${word} …`);
    break;
  }
  if (nearest === "") add("nearest nothing", "no verb before");
  for (const word of after.slice(0, 8)) {
    const verb = VERBS.find(([, pattern]) => pattern.test(word))?.[0];
    if (verb === undefined) continue;
    add(`after ${verb}`, word);
    break;
  }
  const governor = before.slice(-5).findLast((word) => PREPOSITION.test(word)) ?? "none";
  add(`under ${governor}`, `${governor} …`);
  if (nearest !== "") add(`under ${governor}, ${nearest}`, `${governor} …`);
  add(`under ${governor}, voice ${voice}`, `${governor} …`);
  add(`type ${type}, voice ${voice}`, own ?? others ?? "no voice");
  add(`type ${type}, in ${Math.min(3, Math.floor(place * 4))}`, `${Math.round(place * 100)} % into the abstract`);
  const we = /\b(?:we|this (?:paper|work|article|study|chapter))\b/iu.exec(sentence.slice(0, start));
  if (we) {
    const verb = words(sentence.slice(we.index + we[0].length, start)).slice(0, 3);
    verb.slice(0, 2).forEach((word) => add(`we ${word}`, `${we[0]} ${word}`));
    const kind =
      verb.map((word) => VERBS.find(([, pattern]) => pattern.test(word))?.[0]).find((k) => k !== undefined) ?? "other";
    const far = start - we.index > 60 ? "far" : "near";
    add(`we ${kind}`, `${we[0]} ${verb.join(" ")}`);
    add(`we ${kind}, ${far}`, `${we[0]} ${verb.join(" ")}`);
    add(`we ${kind}, under ${governor}`, `${we[0]} ${verb.join(" ")}`);
  }
  if (start === 0 || before.length === 0) add("sentence subject", "at the start of its sentence");
  if (/[,:]\s*(?:and\s+)?(?:\w+\s)?$/u.test(sentence.slice(0, start))) add("in a list", "in a list");
  if (/^\s*\(/u.test(sentence.slice(end))) add("before bracket", "before a bracket");
  if (/%|\d\.\d/u.test(sentence)) add("figures", "figures in its sentence");
}
