/**
 * The words by which a sentence defines a term, read right before and behind it. Written by hand.
 */
import type { DefinitionForm } from "../../domain/statement.ts";

/** A sentence that it does not fit defines nothing. */
export const MAY_DEFINE =
  /\b(?:is|are|(?:is|are|be) defined|define|defines|refers? to|denotes?|means|called|named|termed|dubbed|known as)\b|, (?:an?|the|which (?:is|are))\b|\((?:an?|the)\b/u;

/** A short form in brackets, or a long form, between the term and the verb. */
const ASIDE = String.raw`(?:\s?\([^()]{1,60}\))?`;
/** What is said of it must tell it from others of its kind. */
const TELLS = String.raw`\b(?:that|which|where|whose|in which|for|of|to|used|designed|based|aimed|aiming|consisting|with|between|from)\b`;
/** What stands between the article and the noun where a sentence judges or counts. */
const JUDGES = new RegExp(
  String.raw`^(?:an?|the|one of the)\s(?:\w+ly\s)?(?:\w+[\s,]+(?:and\s|yet\s|but\s)?){0,2}?(?:challenging|promising|crucial|critical|key|important|popular|powerful|significant|major|vital|essential|central|common|natural|useful|effective|great|good|better|best|hot|active|long-standing|longstanding|difficult|hard|viable|valuable|attractive|prominent|leading|dominant|widely|growing|emerging|necessary|notable|main|primary|basic|ubiquitous|pressing|serious|hallmark|cornerstone|bottleneck|challenge|problem that|problem for|issue|obstacle|barrier|prerequisite|necessity|goal|matter|result|consequence|step|need|candidate|alternative|way|lack|number|variety|set of|lot|need|case|first|same|most|more|only|new state|state-of-the-art|state of the art|strong|simple baseline|interesting|desirable|suitable|possible|potential|topic|trade-?off between)\b`,
  "i",
);

export interface DefinitionPattern {
  readonly form: DefinitionForm;
  /** Behind the term; the first group is what is said of it. */
  readonly behind?: RegExp;
  /** In front of the term; the first group is what is said of it. */
  readonly before?: RegExp;
  /** The term must begin the sentence. */
  readonly isFirst?: true;
}

/** Ends at the sentence's end, or where another clause begins. */
const SAYS = String.raw`([^.;:!?]{12,260}?)(?=[.;:!?]\s|[.;:!?]?$|, (?:but|yet|while|whereas|so|thus|making|we|it|they|can|could|is|are|has|have|and (?:we|it|they|show|shows|demonstrate|then|propose|apply|use|evaluate|is|are|has|can))\b)`;
/** Words between the article and what tells it apart: no verb that would begin another clause. */
const NOUN = String.raw`(?:(?!(?:finding|effect|increase|decrease|drop|reduction|result|change|is|are|was|were|be|has|have|had|can|could|will|would|may|must|now|emerged?|showed|shows|indicates?|comes|came)\b)[\p{L}\p{N}(][^\s,.;:!?]*\s){1,8}?`;
/** "a framework that", "the task of": a kind, and what tells it from others of its kind. */
const KIND = String.raw`(?:an?\s${NOUN}(?:that|which|where|whose|for|of|to|used|designed|based|consisting|with|capable|trained|built|combining|specifically)\b|the (?:task|problem|process|ability|capability|study|practice|phenomenon|tendency|art|science|use|technique) (?:of|to|that|where|in which)\b)`;
const ARTICLE = String.raw`(?:an?|the|one of the)`;

/** In order: the first that fits decides. */
export const DEFINITION_PATTERNS: readonly DefinitionPattern[] = [
  {
    form: "defined as",
    behind: new RegExp(
      String.raw`^${ASIDE},?\s(?:(?:is|are|can be|may be) (?:\w+ly )?(?:defined|understood|described|formalized|formulated) as|(?:\w+ly )?(?:refers?|referring) to|denotes?|stands? for)\s+((?:${ARTICLE}\s)?${SAYS.slice(1)}`,
      "u",
    ),
  },
  {
    form: "defined as",
    behind: new RegExp(String.raw`^${ASIDE}\s(?:as|to be)\s+((?:${ARTICLE}\s)${SAYS.slice(1)}`, "u"),
    before: /\b[Ww]e (?:\w+ly )?define\s(?:the )?(?:notion of |concept of |term )?$/u,
  },
  {
    form: "is a",
    behind: new RegExp(String.raw`^${ASIDE}\s(?:is|are)\s(${ARTICLE}\s${SAYS.slice(1)}`, "u"),
    isFirst: true,
  },
  {
    form: "apposition",
    behind: new RegExp(String.raw`^${ASIDE}(?:,\s|\s?-{2,3}\s?)(${KIND}\s${SAYS.slice(1)}`, "u"),
    before:
      /^(?!\s*(?:In|During|After|Before|For|On|Using|With|Without|At|From|By|Through|Via|Under|Among|Across|Unlike|Like|Beyond|Given|Based|To|Since|When|While|Within|As|Of|Following|Despite|Compared)\b[^,;:]*$).*$/su,
  },
  {
    form: "named",
    behind: /^/u,
    before: new RegExp(
      String.raw`\b(?:propos|introduc|present|develop|design|construct|releas|describ|creat|buil|devis|defin|formulat|investigat|stud|consider)\w*\s(${KIND}[^.;:()!?]{4,120}?),?\s(?:(?:which )?(?:we )?(?:called|named|termed|dubbed|call|name|term|dub)|known as|referred to as)\s(?:the )?["“'‘]?$`,
      "u",
    ),
  },
];

export const NEEDS_TELLING = new RegExp(TELLS, "u");
export const IS_JUDGEMENT = JUDGES;
/** Words that may stand before a term that begins its sentence. */
export const OPENS =
  /^(?:(?:The|A|An|Formally|Recently|Briefly|In general|Generally|Here|Intuitively|Conceptually|Background|Introduction|[A-Z]{4,}),?:?\s)?(?:(?:the|a|an)\s)?$/u;
