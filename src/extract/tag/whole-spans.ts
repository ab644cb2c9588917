/**
 * Spans that cut what belongs together, made whole: fixed compounds, quantities, sentences that are one noun phrase.
 *
 * The tagger learned on running text of few fields; these are kinds of words that it saw too rarely to tell.
 */
import { compoundLength, leadsLatin } from "../text/compounds.ts";
import { FUNCTION_WORDS } from "../text/function-words.ts";
import { WORD_TAGS } from "../text/nlp.ts";
import { Gap, type Sentence, TokenKind } from "../text/tokens.ts";
import type { FieldView } from "./field-view.ts";

/** Token range in its field, end exclusive, and its probability. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/** @returns the same list where nothing was cut; else in the same order, spans that became one added up */
export function wholeSpans(spans: Span[], view: FieldView, sentence: Sentence): Span[] {
  if (spans.length === 0) return spans;
  const starts = compoundStarts(view, sentence);
  const isPhrase = isNounPhrase(view, sentence);
  const hasNumber = view.tokens.kind.subarray(sentence.from, sentence.to).includes(TokenKind.Number);
  const longStarts = longFormStarts(view, sentence);
  if (!starts && !isPhrase && !hasNumber && !longStarts) return spans;
  const whole = new Map<string, Span>();
  for (const span of spans) {
    let { from, to } = span;
    from = starts?.get(from) ?? from;
    if (isPhrase && to === sentence.to) from = sentence.from;
    from = Math.min(from, longStarts?.get(to) ?? from);
    if (hasNumber && isQuantity(view, to)) to--;
    if (to <= from || isUnitAlone(view, from, to)) continue;
    // "in vitro" is no term, "in vitro assays" may be.
    if (from < span.from && to - from === 2 && starts?.has(from + 1) && leadsLatin(view.tokens.words[from]!)) continue;
    const key = `${from} ${to}`;
    const probability = Math.min(1, (whole.get(key)?.probability ?? 0) + span.probability);
    whole.set(key, { from, to, probability });
  }
  return [...whole.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Later words of fixed compounds → their first words; undefined where there are none. */
function compoundStarts({ tokens, facts }: FieldView, { from, to }: Sentence): Map<number, number> | undefined {
  let starts: Map<number, number> | undefined;
  for (let i = from; i < to - 1; i++) {
    if (!facts[i]!.mayLead || starts?.has(i)) continue;
    const length = compoundLength(tokens.words, i);
    for (let k = 1; k < length && i + k < to && tokens.gap[i + k] === Gap.Space; k++)
      (starts ??= new Map()).set(i + k, i);
  }
  return starts;
}

/** Ends of places of long forms that the paper defines somewhere → their first words. */
function longFormStarts({ facts, paper }: FieldView, { from, to }: Sentence): Map<number, number> | undefined {
  let starts: Map<number, number> | undefined;
  for (const words of paper.longForms)
    for (let i = from; i + words.length <= to; i++)
      if (words.every((hash, w) => facts[i + w]!.hash === hash)) (starts ??= new Map()).set(i + words.length, i);
  return starts;
}

const UNITS = new Set(
  (
    "IU mg g kg µg μg ug mcg ng pg ml mL µl μl µL μL dl dL l L mmol mol nM µM μM mM M % °C K Hz kHz MHz GHz THz V mV kV A mA µA W mW " +
    "kW MW GW m cm mm µm μm um nm pm km s ms µs μs ns ps fs min h hr hrs hour hours day days week weeks month months year years J kJ " +
    "MJ eV meV keV MeV GeV TeV Pa kPa MPa GPa bar atm rpm ppm ppb dB dBm bp kb Mb kbps Mbps Gbps GB MB TB KB px fps FPS kDa Da mAh " +
    "mph ha Mpc kpc pc arcsec Gy cGy mGy Sv mSv mmHg kcal kJ"
  ).split(" "),
);

/** Is the last word of a span that ends at `to` a number whose unit follows? */
function isQuantity({ tokens }: FieldView, to: number): boolean {
  return tokens.kind[to - 1] === TokenKind.Number && isUnitBehind(tokens.words[to], tokens.gap[to]);
}

function isUnitAlone({ tokens }: FieldView, from: number, to: number): boolean {
  return (
    to - from === 1 && tokens.kind[from - 1] === TokenKind.Number && isUnitBehind(tokens.words[from], tokens.gap[from])
  );
}

const isUnitBehind = (word: string | undefined, gap: number | undefined): boolean =>
  word !== undefined && (gap === Gap.Space || gap === Gap.None) && UNITS.has(word);

const maskOf = (...tags: (typeof WORD_TAGS)[number][]) =>
  tags.reduce((mask, tag) => mask | (1 << WORD_TAGS.indexOf(tag)), 0);
const NOMINAL = maskOf("Noun", "Adjective", "PastTense", "Gerund");
/** Words by themselves are taken for verbs where they may be either: "trial", "study", "chart review". */
const VERB_OR_NOUN = maskOf("Infinitive");
const PLURAL = maskOf("Plural");
const NO_NOMINAL = maskOf("Value", "Pronoun", "Determiner", "Adverb", "Modal", "Copula", "Auxiliary", "Date");
const LONGEST_PHRASE = 6;

/** "Randomized double-blind trial.": a sentence of nouns and adjectives alone, as telegram style has them. */
function isNounPhrase({ tokens, facts, isTitle }: FieldView, { from, to }: Sentence): boolean {
  if (isTitle || to - from < 2 || to - from > LONGEST_PHRASE) return false;
  for (let i = from; i < to; i++) {
    const { tags } = facts[i]!;
    if (tokens.kind[i] !== TokenKind.Word || (i > from && tokens.gap[i] !== Gap.Space)) return false;
    const isNominal =
      (tags & NOMINAL) !== 0 || ((tags & VERB_OR_NOUN) !== 0 && i > from && (facts[i - 1]!.tags & PLURAL) === 0);
    if (!isNominal || (tags & NO_NOMINAL) !== 0 || FUNCTION_WORDS.has(tokens.words[i]!.toLowerCase())) return false;
  }
  return (facts[to - 1]!.tags & maskOf("PastTense")) === 0;
}
