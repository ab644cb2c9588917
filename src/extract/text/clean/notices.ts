/**
 * Sentences of an abstract that publishers, funders and registers put there: no text for terms. They stand in front of
 * the abstract or at its end.
 */
import type { Edit } from "./edits.ts";

const YEAR = String.raw`(?:19|20)\d\d(?:\s?[-–,/]\s?(?:19|20)?\d\d)?`;
const SIGN = String.raw`(?:©|ⓒ|\([cC]\))`;
const PUBLISHER =
  "Elsevier|Wiley|John Wiley|Blackwell|Springer|Taylor|Informa|SAGE|Sage|IEEE|ACM|American|Royal|Oxford|Cambridge|MDPI|IOP|" +
  "Hindawi|Lippincott|Wolters|Karger|Thieme|Emerald|BMJ|Nature|Macmillan|Academic Press|Published|Author|IOS|World Scientific";
/** Where a copyright line begins (in old fonts © is read as ß or Ó); behind "Microsoft" or "(a) … (b) … " it is none. */
const COPYRIGHT =
  String.raw`(?<![\p{L}\p{N}])(?:(?:The Authors?|Crown|${YEAR})\s)?(?:Copyright(?:\sof\s|\sis\s|\sheld\s|\s?${SIGN}|\s${YEAR}|\s(?:The\s)?(?:${PUBLISHER}))|` +
  String.raw`(?:©|ⓒ)\s?(?:${YEAR}|(?:by|the|The|Crown)\s|\p{Lu})|\([cC]\)\s?(?:${YEAR}|(?:The\s)?(?:${PUBLISHER}))|[ßÓ]\s?${YEAR},?\s\p{Lu})`;

const LICENCE = String.raw`(?:licen[sc]ed?|CC[ -]BY|CC0|Creative Commons|public domain|open[- ]access article|Open Government)`;
const GRANTS = String.raw`(?:[Gg]rants?|[Ff]oundations?|[Cc]ouncils?|[Mm]inistry|[Aa]gency|[Ii]nstitutes?|[Cc]ommission|[Pp]rogramme|[Ff]und(?:s|ing)?|[Aa]ward|[Ss]cholarship|[Ff]ellowship|[Uu]niversity|[Gg]overnment|[Dd]epartment|NSF|NIH|ERC|EPSRC|NSFC|DFG|FAPESP|CNPq|Horizon|[Cc]ontract|[Pp]roject no)`;

/** How the sentences begin; each is tried at the sentence's first letter. */
const NOTICES = [
  COPYRIGHT,
  String.raw`(?:${YEAR}\s)?(?:Published|Production and hosting|Hosting|Printed|Reproduced|Reprinted)\s(?:online\s)?(?:by|with permission|${YEAR})\b(?!.*,\s(?:the|it|we|this|these|they|our)\s)`,
  String.raw`(?:(?:The\s)?(?:${PUBLISHER})\b|${YEAR})[^.]{0,80}\.?\s?All rights reserved`,
  String.raw`(?:${YEAR}\s)(?:The Authors?|Elsevier|Wiley|Springer|IEEE|Blackwell|Lippincott|Taylor (?:&|and) Francis|American \p{Lu}\p{L}+ Society)\b.{0,40}$`,
  String.raw`(?:Elsevier|Springer|Wiley|John Wiley|Blackwell|IEEE|Taylor & Francis|SAGE|Informa|Wolters Kluwer)\b.{0,50}\b(?:Ltda?|Inc|S\.?L(?:\.?U)?|S\.?A(?:\.?S)?|B\.?V|GmbH|LLC|KGaA|Verlag|Media|Nature|(?:19|20)\d\d)\b.{0,30}$`,
  String.raw`(?:The\s)?Authors?(?:\(s\))?,?\s${YEAR}`,
  String.raw`(?:\p{Lu}{2,8}\s)?${YEAR},?\s(?:(?:The|of|and|for|the|&|\p{Lu}[\p{L}-]+)\s){0,6}(?:Society|Association|Institut(?:e|ion)|Academy|Union|College|Federation)(?:,?\s(?:of|for|the|and|&|in|\p{Lu}[\p{L}-]+)){0,8}\.?\s*$`,
  String.raw`(?:Open [Aa]ccess\s?:?\sThis\s|Re-?use permitted|No commercial re-?use|See rights and permissions|\(?Psyc(?:INFO|Info) Database Record)`,
  // What databases put behind abstracts that they did not write.
  String.raw`\[?(?:ABSTRACT FROM AUTHOR|Abstract from author|Author abstract|Publication Abstract|Abstract supplied)\b`,
  String.raw`(?:However, users may print|This abstract may be abridged|No warranty is given about|Users should refer to the original)\b`,
  String.raw`(?:Used|Reprinted|Reproduced|Printed)\s(?:by|with)\s(?:kind\s)?permission\b`,
  String.raw`(?:ProQuest(?:\sLLC)?|\((?:AU|Au|Author|Authors|authors|Original abstract)\))\.?$`,
  String.raw`(?:DOI|doi)\s?:?\s?(?:https?:\S+)?10\.\d{4,}\/\S+$|https?:\/\/(?:dx\.)?doi\.org\/\S+$`,
  String.raw`Communicated by\s\p{Lu}.{0,60}$`,
  String.raw`Selection and\s?(?:/?or)?\s?peer[- ]review\s(?:under|is)\b|Publication rights licensed to\b|All (?:article )?content\b[^.]{0,120}${LICENCE}`,
  // What journals print beside an abstract.
  String.raw`This (?:article|paper) (?:is|forms)(?: a)? part of\s(?:an?|the|our)\s(?:\p{L}+\s)?(?:[Ss]pecial|[Tt]opical|[Tt]hemed?) (?:[Ii]ssue|[Ss]ection|[Cc]ollection)`,
  String.raw`Handling [Ee]ditors?\b|View publication stats|Available online at\s\S+\.?$`,
  String.raw`(?:Manuscript\s)?[Rr]eceived:?\s(?:\d{1,2}\s\p{Lu}|\p{Lu}\p{Ll}{2,8}\s\d{1,2},?\s\d{4})`,
  String.raw`(?:\d{4}\s)?(?:Mathematics Subject Classifications?|AMS (?:subject )?classifications?|MSC)(?:\s?\(?\d{4}\)?)?\s?[:.]\s?\d\d|JEL (?:[Cc]lassification|[Cc]ode)s?(?: numbers?)?\s?:|(?:ACM )?CCS(?: [Cc]oncepts)?\s?:`,
  String.raw`Funding\s(?:This\s(?:research|work|study)\s(?:was|received|is)|None\b|No\s(?:external\s|specific\s)?funding|(?:Supported|Funded)\sby)`,
  String.raw`(?:(?:The\s)?[Aa]uthors?|We)\s(?:gratefully\s|also\s|would like to\s)?(?:acknowledge|thank)\b.{0,160}\b(?:${GRANTS}|support)`,
  String.raw`This\s(?:work|study|research)\s(?:has\s)?received no\s`,
  String.raw`(?:All rights reserved|Licensee\s|Some rights reserved|Open Access\.|Creative Commons\s)`,
  String.raw`(?:This|The)\s(?:is an?\s)?(?:open[- ]access\s)?(?:article|paper|work|chapter|publication|document|manuscript|contribution|journal)\s(?:is|was|are|has been|may be|can be)\s[^.]{0,90}\b(?:(?:under|by|in)\s[^.]{0,60}${LICENCE}|protected by copyright|U\.?S\.? Government)`,
  String.raw`This is an?\s(?:open[- ]access|U\.?S\.? Government)\b`,
  String.raw`(?:Distributed|Licensed|Published|Available|Released)\sunder\s[^.]{0,60}${LICENCE}`,
  String.raw`\(?(?:(?:Partially|Partly)\s)?(?:Funded|Supported|Financed|Sponsored)\s(?:in part\s)?by\s.{0,200}\b${GRANTS}`,
  String.raw`(?:This|The|Our)\s(?:present\s|current\s)?(?:work|study|research|project|trial|paper|review|survey|authors?)\s[^.]{0,50}\b(?:supported|funded|financed|sponsored)\s(?:in part\s|financially\s|jointly\s)?(?:by|through|under)\s.{0,200}\b${GRANTS}`,
  String.raw`(?:The\s)?[Aa]uthors?\s(?:declared?|have|had|has|reported?|disclosed?)\s.{0,60}\b(?:conflicts? of interest|competing (?:financial )?interests?|disclosures?|to disclose)`,
  String.raw`(?:Supplementary\s(?:information|materials?)\s?:\s)?(?:(?:Electronic )?[Ss]upplementary|Supplemental|Supporting)\s(?:data|information|materials?)\s(?:is|are)\savailable\b`,
  String.raw`(?:Electronic supplementary|Supplementary|Supporting)\s(?:materials?|information)\s(?:The online version|Supplementary|for this article)\b`,
  String.raw`Licen[sc]e\s?:\s`,
  String.raw`(?:For\s(?:re-?use\s)?permissions,?\splease|For commercial re-?use|Contact:\s\S+@|E-?mail:\s\S+@|Correspondence:?\s\S+@)`,
];
/** Labels, small or in capitals. */
const LABELLED = new RegExp(
  "^(?:(?:(?:funding|financial support|grant support|sponsorship|(?:funded|supported) by|funding sources?|funding/support|" +
    "sources? of funding|acknowledge?ments?|(?:potential )?conflicts? of interests?|competing interests?|" +
    String.raw`declarations? of interests?|disclosures?|ethic(?:s|al) approval)\s?[:.–—-])|` +
    "(?:(?:(?:clinical )?(?:trials? )?(?:registration|registry)(?: number| no)?|registered|systematic review registration|" +
    String.raw`prospero|clinicaltrials\.gov|url)\b.{0,120}\b(?:NCT|ISRCTN|CRD|ChiCTR|ACTRN|UMIN|NTR|DRKS|IRCT|CTRI)[\s:-]?[\d/]{3}))`,
  "i",
);
const NOTICE = new RegExp(`^(?:${NOTICES.join("|")})`, "u");
/** What ends an abstract, together with all that follows. */
const LAST =
  /^(?:ACM Reference Format\b|(?:How to|To|Please) cite (?:this|the) (?:article|paper|chapter)\s?:|Cite this (?:article|paper|chapter)(?: as)?\s?:|PACS(?: numbers?| codes?)?\s?:\s?\d)/;
/** One to four words with capitals: "Wydawnictwo Naukowe © 2010". */
const HOLDER = /^(?:\p{Lu}[\p{L}.&-]*\s+){1,4}$/u;
const BEGINS_COPYRIGHT = new RegExp(COPYRIGHT, "u");

/** Any text that lacks these has no notice. */
const SIGNS =
  /©|ⓒ|\([cC]\) ?(?:(?:19|20)\d\d|[A-Z])|[Cc]opyright|rights reserved|[Ll]icen[sc]e|Published|Government|open[- ]access|Open Access|Creative Commons|CC[ -]BY|[Ff]und(?:ed|ing)|[Ss]upported|[Ss]ponsor|Elsevier|Springer|Wiley|Author\(s\)|Psyc(?:INFO|Info)|acknowledge|thank|[Gg]rant support|received no|Re-?use|Financ|financed|interest|[Dd]isclos|[Rr]egist(?:ration|ry|ered)|PROSPERO|linical[Tt]rials|NCT|Supplement|Supporting (?:i|m)|permissions|Contact:|[Mm]ail:|[Ee]thic|ETHIC|FUNDING|SUPPORT|INTEREST|DISCLOS|REGIST|Acknowledg|ACKNOWLEDG|Print|Reprinted|Reproduced|ermission|ProQuest|ABSTRACT FROM|bstract (?:from|supplied)|uthor abstract|\((?:AU|Au|Authors?|Original abstract)\)|10\.\d{4,}\/|Communicated|ACM Reference|upplementary|peer[- ]review|ights licensed|[Ss]pecial [Ii]ssue|[Tt]opical [Cc]ollection|[Tt]heme|Handling|publication stats|Available online|[Cc]ite th|eceived:? [\dA-Z]|Subject Class|MSC|AMS|PACS|JEL|CCS|[ßÓ] ?(?:19|20)\d|(?:19|20)\d\d,? (?=[A-Z]).{0,60}(?:Society|Association|Institut|Academy|Union|College|Federation)/;
/** UTF-16 units at each end in which notices are looked for. */
const HEAD = 60;
const TAIL = 800;

/** What is cut from an abstract. */
export function noticeEdits(text: string): Edit[] {
  const tailStart = Math.max(0, text.length - TAIL);
  const inHead = tailStart > 0 && BEGINS_COPYRIGHT.test(text.slice(0, HEAD));
  if (!inHead && !SIGNS.test(tailStart === 0 ? text : text.slice(tailStart))) return [];
  const edits: Edit[] = [];
  for (const { start, end } of sentencesOf(text, inHead ? 0 : tailStart)) {
    const sentence = text.slice(start, end);
    if (LAST.test(sentence)) {
      edits.push({ start, end: text.length, text: "" });
      break;
    }
    if (NOTICE.test(sentence) || (/^\p{Lu}/u.test(sentence) && LABELLED.test(sentence)))
      edits.push({ start, end, text: "" });
    else {
      // "… of a machine © 2021 Elsevier Ltd": no stop before it. A name before the sign is the holder's.
      const at = BEGINS_COPYRIGHT.exec(sentence)?.index;
      if (at !== undefined)
        edits.push({ start: HOLDER.test(sentence.slice(0, at)) ? start : start + at, end, text: "" });
    }
  }
  return edits;
}

/** A stop before a capital, a digit or a sign, with or without a blank ("reserved.We"); behind one letter it is none. */
const STOP =
  /(?<!\b(?:\p{Lu}|Co|No|no|vs|St|Dr|et al|e\.g|i\.e|Fig|approx))[.!?][)"”’]*(?:\s+(?=[\p{Lu}\p{N}(©ⓒ[“"])|(?=(?:\p{Lu}\p{Ll}|©|$)))|\n\s*\n/gu;

/** Sentences from the first that begins at or behind `from`. */
function sentencesOf(text: string, from: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  STOP.lastIndex = from;
  let start = from === 0 ? 0 : -1;
  for (let match = STOP.exec(text); match; match = STOP.exec(text)) {
    const end = match.index + match[0].length;
    if (start >= 0) found.push({ start, end });
    start = end;
    if (match[0] === "") STOP.lastIndex++;
  }
  if (start >= 0 && start < text.length) found.push({ start, end: text.length });
  return found;
}
