/**
 * What a paper does with a term: `proposes uses evaluates studies compares mentions`, from cue words around mentions.
 */
import type { Role } from "../contract/graph-document.ts";

interface Cue {
  readonly role: Role;
  /** Where the cue must stand: in the text before the mention or after it, within its clause. */
  readonly side: "before" | "after";
  readonly pattern: RegExp;
}

const DETERMINER = String.raw`(?:\s+(?:a|an|the|our|its|their|two|three|several|new|novel|simple|efficient|effective|unified|general|first|large-scale|so-called|named|called|dubbed|termed|of|class|family|set|framework|method|approach|model|algorithm|[\w-]+ly))*`;
const cue = (role: Role, side: Cue["side"], source: string): Cue => ({
  role,
  side,
  pattern: new RegExp(side === "before" ? `(?:${source})[^.;]{0,40}$` : `^[^.;]{0,25}(?:${source})`, "iu"),
});
/** The object of the verb follows at once: only determiners and adjectives between. */
const direct = (role: Role, source: string): Cue => ({
  role,
  side: "before",
  pattern: new RegExp(String.raw`(?:${source})${DETERMINER}[\s"'“‘(]*(?:[\w-]+\s+){0,2}$`, "iu"),
});

const CUES: readonly Cue[] = [
  direct(
    "proposes",
    String.raw`\bwe(?: \w+ly| also| then| thus| further| first)? (?:propose|introduce|present|develop|design|devise|contribute|release|construct|create|build|formulate|describe|offer|put forward|establish)\b`,
  ),
  direct(
    "proposes",
    String.raw`\b(?:this|the) (?:paper|work|article|study|letter|thesis|report)(?: \w+ly| also)? (?:proposes|introduces|presents|develops|describes|contributes)\b`,
  ),
  direct(
    "proposes",
    String.raw`\b(?:called|named|dubbed|termed|coined|namely|to this end,? we \w+|introducing|by proposing)\b`,
  ),
  cue(
    "proposes",
    "after",
    String.raw`^\W*,? ?(?:is|are|was) (?:proposed|introduced|presented|developed) (?:here|in this)|^\W*,? (?:a|an|the first) (?:new|novel|simple|general|unified|efficient|scalable|lightweight|open)|\bwe (?:propose|introduce|present|call|term)\b`,
  ),
  direct(
    "compares",
    String.raw`\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|compar(?:ed?|able|ison|ing) (?:to|with|against)|better than|superior to|than|exceed(?:s|ing)?|competitive with|over|versus|vs\.?|against|unlike|in contrast to|on par with|baselines? (?:such as|like|including))\b`,
  ),
  direct(
    "evaluates",
    String.raw`\b(?:evaluat(?:e|es|ed|ing|ions?)|experiments?|test(?:s|ed|ing)?|validat(?:e|es|ed|ing|ion)|benchmark(?:s|ed|ing)?|results?|performance|accuracy|demonstrat(?:e|es|ed)|state-of-the-art|assess(?:ed|es)?)\b[^.;]{0,60}\b(?:on|across|in|over|of|using|under|by|with|datasets?|benchmarks?|and|as)\b`,
  ),
  direct(
    "evaluates",
    String.raw`\b(?:achiev(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|attain(?:s|ed)?|reach(?:es|ed)?|obtain(?:s|ed)?|report(?:s|ed)?|measured (?:by|in)|in terms of|increas(?:e|es|ing)|reduc(?:e|es|ed|ing))\b`,
  ),
  direct(
    "uses",
    String.raw`\b(?:us(?:e|es|ed|ing)|utiliz(?:e|es|ed|ing)|leverag(?:e|es|ed|ing)|employ(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|adopt(?:s|ed|ing)?|exploit(?:s|ed|ing)?|based (?:on|upon)|built (?:on|upon)|build(?:s|ing)? (?:on|upon)|combin(?:e|es|ed|ing)|integrat(?:e|es|ed|ing)|incorporat(?:e|es|ed|ing)|via|through|by means of|with the help of|train(?:s|ed|ing)?(?: on| with)?|fine-?tun(?:e|es|ed|ing)|powered by|equipped with|extend(?:s|ed|ing)?|relying on|draw(?:s|ing)? on|inspired by|with)\b`,
  ),
  cue(
    "uses",
    "after",
    String.raw`^\W*(?:is|are) (?:used|employed|applied|utilized|leveraged|adopted)\b|^-based\b|^-guided\b|^-driven\b`,
  ),
  direct(
    "studies",
    String.raw`\b(?:stud(?:y|ies|ied|ying)|investigat(?:e|es|ed|ing)|analy[sz](?:e|es|ed|ing)|analysis of|explor(?:e|es|ed|ing)|examin(?:e|es|ed|ing)|address(?:es|ed|ing)?|tackl(?:e|es|ed|ing)|consider(?:s|ed|ing)?|understand(?:ing)?|focus(?:es|ed|ing)? on|problem of|task of|challenge of|review(?:s|ed)?|survey(?:s|ed)?|characteri[sz](?:e|es|ed|ing)|solv(?:e|es|ed|ing)|prov(?:e|es|ed|ing)|mitigat(?:e|es|ed|ing)|towards?|for)\b`,
  ),
];

/** Which role wins when mentions disagree. */
const RANK: Record<Role, number> = { proposes: 5, compares: 3, evaluates: 3.5, uses: 2, studies: 2.5, mentions: 0 };

export interface RoleFinding {
  readonly role: Role;
  /** The words that decided. */
  readonly cue?: string;
}

/** One mention: the sentence and the mention's offsets within it. */
export interface RoleMention {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
}

export function findRole(mentions: readonly RoleMention[]): RoleFinding {
  let best: RoleFinding = { role: "mentions" };
  for (const mention of mentions) {
    const finding = mention.inTitle ? titleRole(mention) : sentenceRole(mention);
    if (RANK[finding.role] > RANK[best.role]) best = finding;
  }
  return best;
}

function titleRole({ sentence, start, end }: RoleMention): RoleFinding {
  const after = sentence.slice(end);
  if (start <= 1 && /^\W?\s*:/u.test(after)) return { role: "proposes", cue: "title before the colon" };
  const before = sentence.slice(0, start);
  const found = /\b(?:via|using|with|through|based on|by)\s+(?:[\w-]+\s+){0,2}$/iu.exec(before);
  if (found) return { role: "uses", cue: `title: ${found[0].trim()}` };
  return { role: "studies", cue: "title" };
}

function sentenceRole({ sentence, start, end }: RoleMention): RoleFinding {
  const before = sentence.slice(Math.max(0, start - 140), start);
  const after = sentence.slice(end, end + 60);
  for (const { role, side, pattern } of CUES) {
    const found = pattern.exec(side === "before" ? before : after);
    if (found) return { role, cue: found[0].trim().slice(0, 40) };
  }
  return { role: "mentions" };
}
