/**
 * A name in capitals is never its ordinary word: "CLIP" and "clips", "LOOP" and "loops" have one variant key and are two
 * things. Forms of one word in capitals get a key of their own where the background knows the word as an ordinary one.
 */
import { type Background } from "../model/background.ts";
import type { CorpusMentions } from "../choose/corpus-mentions.ts";
import { hash32 } from "../../lib/hash.ts";

/** Two capitals, or one behind a small letter; a plural s does not count. */
const NAME = /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u;
/** In the background, the share of places inside sentences where an ordinary word has a capital, × 255. */
const MAX_CAPITAL_RATE = 130;
/** log2 of the papers with an ordinary word, × 15. */
const MIN_LOG_PAPERS = 75;

/** The mentions with names under keys of their own: as written, without a plural s. */
export function withNameKeys(mentions: CorpusMentions, background: Background): CorpusMentions {
  const { texts, keyOf, keys } = mentions;
  const own = new Map<string, number>();
  const names: string[] = [];
  const renamed = keyOf.map((key, form) => {
    const text = texts[form]!;
    if (keys[key]!.includes(" ") || !NAME.test(text) || !/^\p{L}+$/u.test(text)) return key;
    if (!isOrdinary(keys[key]!, background)) return key;
    const name = text.replace(/(?<=\p{Lu})s$/u, "");
    let number = own.get(name);
    if (number === undefined) {
      own.set(name, (number = keys.length + names.length));
      names.push(name);
    }
    return number;
  });
  return names.length === 0 ? mentions : { ...mentions, keyOf: renamed, keys: [...keys, ...names] };
}

function isOrdinary(word: string, background: Background): boolean {
  const at = background.words.get(hash32(word));
  return at >= 0 && background.capitalRate[at]! <= MAX_CAPITAL_RATE && background.logPapers[at]! >= MIN_LOG_PAPERS;
}
