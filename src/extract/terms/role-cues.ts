/**
 * Cues of what a paper does with a term, one mention at a time: words around it, or its place in the title.
 */
import type { Role } from "../../contract/graph-document.ts";
import { CUES, STUDY_BIT } from "./role-cue-patterns.ts";
import { type RoleSentence } from "./role-sentence.ts";

export interface RoleFinding {
  readonly role: Role;
  /** The words that decided. */
  readonly cue?: string;
}

interface CuedMention {
  readonly sentence: RoleSentence;
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
}

/** The first cue that fits decides; `mentions` without one. */
export function ruleFinding(mention: CuedMention): RoleFinding {
  return mention.inTitle ? titleRole(mention) : sentenceRole(mention);
}

function titleRole({ sentence: { text }, start, end }: CuedMention): RoleFinding {
  const behind = text.slice(end);
  if (start <= 1 && /^\W?\s*:/u.test(behind)) return { role: "proposes", cue: "title before the colon" };
  const found = /\b(?:via|using|through|based on|by|from)\s+(?:[\w-]+\s+){0,2}$/i.exec(text.slice(0, start));
  if (found) return { role: "uses", cue: `title: ${found[0].trim()}` };
  return { role: "studies", cue: "title" };
}

/** Letters before the mention, and behind it, that a cue is looked for in. */
const REACH_BEFORE = 160;
const REACH_BEHIND = 60;
const STUDY =
  /\b(?:we|this (?:paper|work|article|study))(?: \w+ly| also| then| further)? (?:stud\w+|investigat\w+|analy[sz]\w+|prov\w+|show\w*|demonstrat\w+|consider\w*|examin\w+|explor\w+|characteri[sz]\w+|focus\w*|identif\w+|conduct\w*|address\w*|discuss\w*|find|found|observ\w+|provide)\b/i;

function sentenceRole({ sentence, start, end }: CuedMention): RoleFinding {
  const textBefore = sentence.text.slice(Math.max(0, start - REACH_BEFORE), start);
  const textBehind = sentence.text.slice(end, end + REACH_BEHIND);
  const { own } = sentence;
  const others = own === undefined && sentence.others !== undefined;
  let held = 0;
  for (const { needs } of sentence.words(Math.max(0, start - REACH_BEFORE), start)) held |= needs;
  for (let i = 0; i < CUES.length; i++) {
    const { role, side, pattern, trigger, need } = CUES[i]!;
    if (need !== undefined && (held & (1 << i)) === 0) continue;
    // Background sentences say what others use and study.
    if ((role === "uses" && others) || (role === "studies" && own === undefined)) continue;
    const text = side === "before" ? textBefore : textBehind;
    if (trigger && !trigger.test(text)) continue;
    const found = pattern.exec(text);
    if (found) return { role, cue: found[0].trim().slice(0, 40) };
  }
  const study = (held & (1 << STUDY_BIT)) === 0 ? null : STUDY.exec(textBefore);
  return study ? { role: "studies", cue: study[0] } : { role: "mentions" };
}
