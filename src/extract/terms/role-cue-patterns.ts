/**
 * The cues of what a paper does with a term: words that stand before or behind its mention in a sentence.
 */
import type { Role } from "../../contract/graph-document.ts";

export interface Cue {
  readonly role: Role;
  /** Where the cue must stand: in the text before the mention or after it, within its clause. */
  readonly side: "before" | "after";
  readonly pattern: RegExp;
  /** Must match anywhere in the same text: a cheap question before the dear one. */
  readonly trigger?: RegExp;
  /**
   * Fits one of the words (lower case, with inner hyphens) of every text that the pattern fits: what costs nothing to
   * ask, since it is known per word. None: the pattern is asked always.
   */
  readonly need?: RegExp;
}

/**
 * Words that may stand between a verb and its object. Each word fits in one way only ("family" is in the list, and would be
 * one in -ly), else a row of them could be split in exponentially many.
 */
const BETWEEN = String.raw`(?:[\s"'“‘(]+(?:a|an|the|our|its|their|this|these|two|three|several|both|some|new|novel|simple|first|so-called|named|called|dubbed|termed|of|on|for|notion|concept|idea|problem|task|class|family|set|variant|framework|method|approach|model|algorithm|use|(?!family)[\w-]+ly)(?![\w-]))*[\s"'“‘(]*(?:[\w-]+\s+){0,2}`;
/** A list before the mention: "A, B, and". */
const LIST = String.raw`[\w@.+\-\s,(]{0,60}`;

/** @param need beginnings of words, one of which every fitting text holds */
const before = (role: Role, need: string, source: string, trigger?: string): Cue => ({
  role,
  side: "before",
  need: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${need})`, "u"),
  ...(trigger === undefined ? {} : { trigger: new RegExp(trigger, "i") }),
  pattern: new RegExp(source, "i"),
});
/** The mention is the object of the words. */
const object = (role: Role, need: string, source: string): Cue =>
  before(role, need, `(?:${source})${BETWEEN}$`, source);
const listed = (role: Role, need: string, source: string): Cue => before(role, need, `(?:${source})${LIST}$`, source);
const after = (role: Role, source: string): Cue => ({ role, side: "after", pattern: new RegExp(source, "i") });

const CREATE =
  "propose|introduce|present|develop|design|devise|contribute|release|construct|create|build|formulate|describe|offer|provide|put forward|establish|define|derive";
const CREATED = "proposed|introduced|presented|developed|designed|devised|constructed|built|defined";

/** In order: the first that fits decides. */
export const CUES: readonly Cue[] = [
  object(
    "proposes",
    "we",
    String.raw`\bwe(?: \w+ly| also| then| thus| further| first| here)? (?:${CREATE}|${CREATED})`,
  ),
  object(
    "proposes",
    "paper|work|article|study|letter|thesis|report",
    String.raw`\b(?:this|the) (?:paper|work|article|study|letter|thesis|report)(?: \w+ly| also)? (?:proposes|introduces|presents|develops|describes|contributes)`,
  ),
  object(
    "proposes",
    "we",
    String.raw`\bwe(?: \w+ly| also| then| further)? (?:${CREATE}|${CREATED}) [^,.;]{2,40}, (?:a|an|the)`,
  ),
  object(
    "proposes",
    "we|called|named|dubbed|termed|coined|introducing|proposing",
    String.raw`\b(?:which|that) we (?:call|term|name|dub)|\b(?:we call|is called|named|dubbed|termed|coined|introducing|by proposing)`,
  ),
  before(
    "proposes",
    "novel|new|light|our",
    String.raw`\b(?:a|an) (?:novel|new|lightweight|light-weight) (?:[\w-]+ ){0,2}$|\b[Oo]ur (?:\w+[\w-]* ){0,1}$`,
  ),
  after(
    "proposes",
    String.raw`^(?:\s[\w-]+){0,2} (?:is|are|was) (?:then |also |further |first )?(?:${CREATED})\b|^\W{1,3}(?:a|an|the first) (?:new|novel|simple|general|unified|efficient|scalable|lightweight|open|training|framework|method|model|family|system|benchmark|dataset)`,
  ),
  listed(
    "compares",
    "outperform|surpass|superior|better|exceed|competitive|par|comparable|compared|comparison|contrast|unlike|versus|vs|than",
    String.raw`\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|superior to|better than|exceed(?:s|ing)?|competitive with|on par with|comparable (?:to|with)|compared (?:to|with)|in comparison (?:to|with)|in contrast to|in contrast with|unlike|versus|vs\.?|more \w+ than|less \w+ than|rather than)\b(?: (?:the|all|other|existing|previous|prior|traditional|standard|several|strong|state-of-the-art|current|recent|methods?|models?|baselines?|such as|like|including))*`,
  ),
  before(
    "compares",
    "compar|baselines",
    String.raw`\bcompar(?:e|es|ing|ison)\b[^.;]{0,90}\b(?:with|to|against|and|between|of)\s(?:the )?(?:[\w-]+\s){0,3}$|\bbaselines\b[^.;]{0,50}$`,
  ),
  before(
    "evaluates",
    "evaluat|experiment|test|validat|benchmark|result|performance|accuracy|score|rate|state-of|outperform|assess|achiev|verif|demonstrat|%|gain",
    String.raw`\b(?:evaluat\w+|experiments?|experimental|test(?:s|ed|ing)?|validat\w+|benchmark(?:s|ed|ing)?|results?|performance|accuracy|score|rate|state-of-the-art|outperform\w*|assess\w*|achiev\w+|verif(?:y|ied)|demonstrat\w+|%|gains?)[^;]{0,110}\b(?:on|across|over|like|including|such as)\b${LIST}$`,
  ),
  object(
    "evaluates",
    "achiev|improv|attain|reach|superior|better|higher|lower|reduc|terms|increas|measured",
    String.raw`\b(?:achiev(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|attain(?:s|ed)?|reach(?:es|ed|ing)?|superior|better|higher|lower|reduced|improved|in terms of|increas(?:e|es|ing)|reduc(?:e|es|ed|ing)|measured (?:by|in))`,
  ),
  listed(
    "evaluates",
    "terms|improve|measured|metric",
    String.raw`\b(?:in terms of|can improve|improves|measured by|metrics? (?:such as|like|including))`,
  ),
  before(
    "uses",
    "us(?:e|es|ed|ing)|utiliz|leverag|employ|appl|adopt|exploit|based|buil|combin|integrat|incorporat|via|means|help|trained|fine-?tun|powered|equip|extend|relying|draw|inspired|implemented|recorded|framework|decompos|core|reformulat|take|from|through|instrument",
    String.raw`\b(?:us(?:e|es|ed|ing)|utiliz\w+|leverag\w+|employ\w*|apply|applies|applied|applying|adopt\w*|exploit\w*|based (?:up)?on|built (?:up)?on|build(?:s|ing)? (?:up)?on|combin\w+|integrat\w+|incorporat\w+|via|by means of|with the help of|trained (?:on|with|up on)|fine-?tun\w+|powered by|equipp?\w* with|extend\w*|relying on|draw\w* on|inspired by|implemented as|implemented (?:in|with)|recorded in|within the framework of|decompos\w+|core of|reformulat\w+ [\w ]{0,30} as|take\w* as input|from|through|instrument)\b${BETWEEN}$`,
  ),
  before(
    "uses",
    "using|tools|bayesian|techniques",
    String.raw`\b(?:using (?:various |several |both )?|tools|such as Bayesian|techniques such as)\s?\(?(?:[\w-]+(?: [\w-]+){0,2}, (?:and )?){1,4}$`,
  ),
  after(
    "uses",
    String.raw`^(?:\s[\w-]+)? (?:is|are|was|were) (?:used|employed|applied|utilized|leveraged|adopted)\b|^-(?:based|guided|driven)\b`,
  ),
  object(
    "studies",
    "stud|investigat|analy|explor|examin|address|tackl|consider|understand|focus|review|survey|characteri|solv|prov|mitigat|toward|identif|reveal|detect|estimat|effect|properties|behavio|evidence|role|impact|for|of",
    String.raw`\b(?:stud(?:y|ies|ied|ying)|investigat\w+|analy[sz]\w+|analysis of|explor\w+|examin\w+|address\w*|tackl\w+|consider\w*|understand\w*|focus\w* on|review\w*|survey\w*|characteri[sz]\w+|solv\w+|prov(?:e|es|ed|ing)|mitigat\w+|towards?|identif\w+|reveal\w*|detect\w*|estimat\w+|effects? of|properties of|behaviou?r of|evidence of|role of|impact of|for|of)`,
  ),
];

const NEEDS: readonly RegExp[] = CUES.map(({ need }) => need ?? /(?!)/u);
/** Most words fit none of them, which one question tells. */
const ANY_NEED = new RegExp(NEEDS.map(({ source }) => source).join("|"), "u");
/** Bit of the words that the search for a study needs; those below it are the cues'. */
export const STUDY_BIT = CUES.length;

/** One bit per cue (in order) that may fit where the word stands, and one for a study. */
export function cueNeeds(word: string): number {
  let bits = 0;
  if (ANY_NEED.test(word))
    NEEDS.forEach((need, i) => {
      if (need.test(word)) bits |= 1 << i;
    });
  return /(?<![\p{L}\p{N}])(?:we|this)(?![\p{L}\p{N}])/u.test(word) ? bits | (1 << STUDY_BIT) : bits;
}
