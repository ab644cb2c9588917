/**
 * Cues of what a paper does with a term, one mention at a time: words around it, or its place in the title.
 */
import type { Role } from "../../contract/graph-document.ts";

interface Cue {
  readonly role: Role;
  /** Where the cue must stand: in the text before the mention or after it, within its clause. */
  readonly side: "before" | "after";
  readonly pattern: RegExp;
  /** Must match anywhere in the same text: a cheap question before the dear one. */
  readonly trigger?: RegExp;
}

/** Words that may stand between a verb and its object. */
const BETWEEN = String.raw`(?:[\s"'“‘(]+(?:a|an|the|our|its|their|this|these|two|three|several|both|some|new|novel|simple|first|so-called|named|called|dubbed|termed|of|on|for|notion|concept|idea|problem|task|class|family|set|variant|framework|method|approach|model|algorithm|use|[\w-]+ly))*[\s"'“‘(]*(?:[\w-]+\s+){0,2}`;
/** A list before the mention: "A, B, and". */
const LIST = String.raw`[\w@.+\-\s,(]{0,60}`;

const compile = (role: Role, side: Cue["side"], source: string, trigger?: string): Cue => ({
  role,
  side,
  ...(trigger === undefined ? {} : { trigger: new RegExp(trigger, "iu") }),
  pattern: new RegExp(source, "iu"),
});
/** The mention is the object of the words. */
const object = (role: Role, source: string): Cue => compile(role, "before", `(?:${source})${BETWEEN}$`, source);
const listed = (role: Role, source: string): Cue => compile(role, "before", `(?:${source})${LIST}$`, source);
const after = (role: Role, source: string): Cue => compile(role, "after", source);

const CREATE =
  "propose|introduce|present|develop|design|devise|contribute|release|construct|create|build|formulate|describe|offer|provide|put forward|establish|define|derive";
const CREATED = "proposed|introduced|presented|developed|designed|devised|constructed|built|defined";

/** In order: the first that fits decides. */
const CUES: readonly Cue[] = [
  object("proposes", String.raw`\bwe(?: \w+ly| also| then| thus| further| first| here)? (?:${CREATE}|${CREATED})`),
  object(
    "proposes",
    String.raw`\b(?:this|the) (?:paper|work|article|study|letter|thesis|report)(?: \w+ly| also)? (?:proposes|introduces|presents|develops|describes|contributes)`,
  ),
  object(
    "proposes",
    String.raw`\bwe(?: \w+ly| also| then| further)? (?:${CREATE}|${CREATED}) [^,.;]{2,40}, (?:a|an|the)`,
  ),
  object(
    "proposes",
    String.raw`\b(?:which|that) we (?:call|term|name|dub)|\b(?:we call|is called|named|dubbed|termed|coined|introducing|by proposing)`,
  ),
  compile(
    "proposes",
    "before",
    String.raw`\b(?:a|an) (?:novel|new|lightweight|light-weight) (?:[\w-]+ ){0,2}$|\b[Oo]ur (?:\w+[\w-]* ){0,1}$`,
  ),
  after(
    "proposes",
    String.raw`^(?:\s[\w-]+){0,2} (?:is|are|was) (?:then |also |further |first )?(?:${CREATED})\b|^\W{1,3}(?:a|an|the first) (?:new|novel|simple|general|unified|efficient|scalable|lightweight|open|training|framework|method|model|family|system|benchmark|dataset)`,
  ),
  listed(
    "compares",
    String.raw`\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|superior to|better than|exceed(?:s|ing)?|competitive with|on par with|comparable (?:to|with)|compared (?:to|with)|in comparison (?:to|with)|in contrast to|in contrast with|unlike|versus|vs\.?|more \w+ than|less \w+ than|rather than)\b(?: (?:the|all|other|existing|previous|prior|traditional|standard|several|strong|state-of-the-art|current|recent|methods?|models?|baselines?|such as|like|including))*`,
  ),
  compile(
    "compares",
    "before",
    String.raw`\bcompar(?:e|es|ing|ison)\b[^.;]{0,90}\b(?:with|to|against|and|between|of)\s(?:the )?(?:[\w-]+\s){0,3}$|\bbaselines\b[^.;]{0,50}$`,
  ),
  compile(
    "evaluates",
    "before",
    String.raw`\b(?:evaluat\w+|experiments?|experimental|test(?:s|ed|ing)?|validat\w+|benchmark(?:s|ed|ing)?|results?|performance|accuracy|score|rate|state-of-the-art|outperform\w*|assess\w*|achiev\w+|verif(?:y|ied)|demonstrat\w+|%|gains?)[^;]{0,110}\b(?:on|across|over|like|including|such as)\b${LIST}$`,
  ),
  object(
    "evaluates",
    String.raw`\b(?:achiev(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|attain(?:s|ed)?|reach(?:es|ed|ing)?|superior|better|higher|lower|reduced|improved|in terms of|increas(?:e|es|ing)|reduc(?:e|es|ed|ing)|measured (?:by|in))`,
  ),
  listed(
    "evaluates",
    String.raw`\b(?:in terms of|can improve|improves|measured by|metrics? (?:such as|like|including))`,
  ),
  compile(
    "uses",
    "before",
    String.raw`\b(?:us(?:e|es|ed|ing)|utiliz\w+|leverag\w+|employ\w*|apply|applies|applied|applying|adopt\w*|exploit\w*|based (?:up)?on|built (?:up)?on|build(?:s|ing)? (?:up)?on|combin\w+|integrat\w+|incorporat\w+|via|by means of|with the help of|trained (?:on|with|up on)|fine-?tun\w+|powered by|equipp?\w* with|extend\w*|relying on|draw\w* on|inspired by|implemented as|implemented (?:in|with)|recorded in|within the framework of|decompos\w+|core of|reformulat\w+ [\w ]{0,30} as|take\w* as input|from|through|instrument)\b${BETWEEN}$`,
  ),
  compile(
    "uses",
    "before",
    String.raw`\b(?:using (?:various |several |both )?|tools|such as Bayesian|techniques such as)\s?\(?(?:[\w-]+(?: [\w-]+){0,2}, (?:and )?){1,4}$`,
  ),
  after(
    "uses",
    String.raw`^(?:\s[\w-]+)? (?:is|are|was|were) (?:used|employed|applied|utilized|leveraged|adopted)\b|^-(?:based|guided|driven)\b`,
  ),
  object(
    "studies",
    String.raw`\b(?:stud(?:y|ies|ied|ying)|investigat\w+|analy[sz]\w+|analysis of|explor\w+|examin\w+|address\w*|tackl\w+|consider\w*|understand\w*|focus\w* on|review\w*|survey\w*|characteri[sz]\w+|solv\w+|prov(?:e|es|ed|ing)|mitigat\w+|towards?|identif\w+|reveal\w*|detect\w*|estimat\w+|effects? of|properties of|behaviou?r of|evidence of|role of|impact of|for|of)`,
  ),
];

/** The paper speaks of itself. */
export const OWN_VOICE =
  /\b(?:we|our|us|this (?:paper|work|article|study|letter|thesis|report|survey|chapter|book)|the (?:proposed|present)|proposed|here|in this|(?:is|are) (?:introduced|proposed|presented|demonstrated|shown|studied|applied)|experiments?|results|outperforms?|novel|test(?:ed|s))\b/iu;
/** The paper speaks of others or of the field. */
export const OTHERS_VOICE =
  /\b(?:existing|previous|prior|conventional|traditional|recent(?:ly)?|current(?:ly)?|often|widely|commonly|typically|usually|has been|have been|most|many|several|state of the art|can be|may|is used|are used)\b/iu;

export interface RoleFinding {
  readonly role: Role;
  /** The words that decided. */
  readonly cue?: string;
}

interface CuedMention {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
}

/** The first cue that fits decides; `mentions` without one. */
export function ruleFinding(mention: CuedMention): RoleFinding {
  return mention.inTitle ? titleRole(mention) : sentenceRole(mention);
}

function titleRole({ sentence, start, end }: CuedMention): RoleFinding {
  const after = sentence.slice(end);
  if (start <= 1 && /^\W?\s*:/u.test(after)) return { role: "proposes", cue: "title before the colon" };
  const found = /\b(?:via|using|through|based on|by|from)\s+(?:[\w-]+\s+){0,2}$/iu.exec(sentence.slice(0, start));
  if (found) return { role: "uses", cue: `title: ${found[0].trim()}` };
  return { role: "studies", cue: "title" };
}

function sentenceRole({ sentence, start, end }: CuedMention): RoleFinding {
  const before = sentence.slice(Math.max(0, start - 160), start);
  const following = sentence.slice(end, end + 60);
  const own = OWN_VOICE.exec(sentence)?.[0];
  const others = own === undefined && OTHERS_VOICE.test(sentence);
  for (const { role, side, pattern, trigger } of CUES) {
    // Background sentences say what others use and study.
    if ((role === "uses" && others) || (role === "studies" && own === undefined)) continue;
    const text = side === "before" ? before : following;
    if (trigger && !trigger.test(text)) continue;
    const found = pattern.exec(text);
    if (found) return { role, cue: found[0].trim().slice(0, 40) };
  }
  const study =
    /\b(?:we|this (?:paper|work|article|study))(?: \w+ly| also| then| further)? (?:stud\w+|investigat\w+|analy[sz]\w+|prov\w+|show\w*|demonstrat\w+|consider\w*|examin\w+|explor\w+|characteri[sz]\w+|focus\w*|identif\w+|conduct\w*|address\w*|discuss\w*|find|found|observ\w+|provide)\b/iu.exec(
      before,
    );
  return study ? { role: "studies", cue: study[0] } : { role: "mentions" };
}
