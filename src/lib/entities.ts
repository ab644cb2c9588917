/**
 * Character references of HTML and XML: `&lt;`, `&#945;`, `&#x3B1;`, `&alpha;`.
 */
import { GREEK_NAMES } from "./greek.ts";

/** Letters of Latin-1 by name, and the accent that each suffix stands for. */
const ACCENTS = { acute: "\u0301", grave: "\u0300", circ: "\u0302", uml: "\u0308", tilde: "\u0303", ring: "\u030a" };
const OTHERS = `
  amp=& lt=< gt=> quot=" apos=' ndash=– mdash=— hellip=… lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ laquo=« raquo=»
  middot=· bull=• copy=© reg=® trade=™ deg=° plusmn=± times=× divide=÷ minus=− micro=µ para=¶ sect=§ dagger=† Dagger=‡
  permil=‰ prime=′ Prime=″ frac12=½ frac14=¼ frac34=¾ sup1=¹ sup2=² sup3=³ ordf=ª ordm=º pound=£ euro=€ yen=¥ cent=¢
  iexcl=¡ iquest=¿ not=¬ le=≤ ge=≥ ne=≠ asymp=≈ sim=∼ cong=≅ equiv=≡ infin=∞ prop=∝ radic=√ sum=∑ prod=∏ int=∫ part=∂
  nabla=∇ isin=∈ notin=∉ sub=⊂ sup=⊃ sube=⊆ supe=⊇ cap=∩ cup=∪ and=∧ or=∨ forall=∀ exist=∃ empty=∅ oplus=⊕ otimes=⊗
  perp=⊥ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ lArr=⇐ rArr=⇒ hArr=⇔ lang=⟨ rang=⟩ szlig=ß AElig=Æ aelig=æ OElig=Œ oelig=œ
  Oslash=Ø oslash=ø ccedil=ç Ccedil=Ç eth=ð ETH=Ð thorn=þ THORN=Þ scaron=š Scaron=Š caron=ˇ hyphen=- dash=‐ lowbar=_
  lpar=( rpar=) lcub={ rcub=} verbar=| lsqb=[ rsqb=] plus=+ equals== percnt=% num=# ast=* sol=/ comma=, period=. colon=: semi=;`;

const NAMED: ReadonlyMap<string, string> = new Map([
  ...OTHERS.trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] as const),
  ...["nbsp", "ensp", "emsp", "thinsp"].map((name) => [name, " "] as const),
  ...["shy", "zwnj", "zwj"].map((name) => [name, ""] as const),
  ...[..."AEINOUYaeinouy"].flatMap((letter) =>
    Object.entries(ACCENTS).map(([name, mark]) => [letter + name, (letter + mark).normalize("NFC")] as const),
  ),
  ...[...GREEK_NAMES].map(
    ([sign, name]) =>
      [sign === sign.toLowerCase() ? name : name.charAt(0).toUpperCase() + name.slice(1), sign] as const,
  ),
  // Behind the variants of the letters, which share their names.
  ...[...GREEK_NAMES]
    .filter(([sign]) => /[α-ω]/u.test(sign) && sign !== "ς")
    .map(([sign, name]) => [name, sign] as const),
  ["sigmaf", "ς"],
]);

/** A reference; those that XML itself needs may lack their semicolon. */
export const ENTITY = /&(?:#(\d{1,7});|#x([\da-f]{1,6});|([a-z]\w{1,9});|(amp|lt|gt|quot|nbsp)(?![\w;]))/gi;

/** The character that a match of `ENTITY` stands for; undefined for names that are none. */
export function entityText([, decimal, hex, name, bare]: readonly (string | undefined)[]): string | undefined {
  const known = name ?? bare;
  if (known !== undefined) return NAMED.get(known) ?? NAMED.get(known.toLowerCase());
  const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
}

/** The text with its references as characters, once. */
export function unescapeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (...match: [string, ...string[]]) => entityText(match) ?? match[0]);
}
