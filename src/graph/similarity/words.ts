/**
 * Words of a text for corpus statistics: lower case, plural joined, function words out.
 */

import { sStem } from "../../lib/stems.ts";
import { FormTable } from "./form-table.ts";

/** Closed-class words and the phrases every abstract shares; idf takes care of the rest. */
const STOP_WORDS = new Set(
  `a about above after again against all almost along already also although always am among an and any are as at be
  because been before being below between both but by can cannot could de did do does doing done down due during each
  either else en especially et etc even every few for from further furthermore had has have having he hence her here
  how however i if in indeed instead into is it its itself just la least less let like made mainly many may might more
  moreover most much must namely near nearly neither no nor not now of off often on once one only onto or other others
  otherwise our ours out over own per perhaps quite rather same several she should shown shows since so some still such
  than that the their them then there thereby therefore these they this those though through thus to together too toward
  towards two under until up upon us use used uses using various very via was way we well were what when where whereas
  whether which while who whom whose why will with within without would yet you your
  paper article work study propose proposed present presented show introduce introduced result demonstrate based new novel
  abstract approach method`.split(/\s+/),
);

const MIN_LENGTH = 2;

/** What is read between words. */
export interface WordReader {
  /** @param adjacent whether the word stands next to the one read before, so that both are safe to read as a pair. */
  (word: number, adjacent: boolean): void;
}

/**
 * Numbers the words of texts in the order in which they first come, plural and singular as one; stop words have none.
 * Words are runs of letters and digits that begin with a letter.
 */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #forms = new FormTable();

  /**
   * Reads a text word by word. A hyphen, a blank or a line break between two words leaves them adjacent; a stop word,
   * other punctuation and the text's beginning do not.
   */
  read(text: string, visit: WordReader): void {
    const lower = text.normalize("NFKC").toLowerCase();
    let end = -1;
    for (let at = 0; at < lower.length;) {
      if (!isLetter(lower, at)) {
        at += charLength(lower, at);
        continue;
      }
      const start = at;
      at += charLength(lower, at);
      while (at < lower.length && (isLetter(lower, at) || isDigit(lower, at))) at += charLength(lower, at);
      const number =
        this.#forms.find(lower, start, at) ?? this.#forms.add(lower, start, at, this.#numberOf(lower.slice(start, at)));
      if (number < 0) {
        end = -1;
        continue;
      }
      const adjacent = start === end + 1 && end > 0 && isJoint(lower.charCodeAt(end));
      visit(number, adjacent);
      end = at;
    }
  }

  /** −1 for what is left out. @param form as written, in lower case. */
  #numberOf(form: string): number {
    const word = sStem(form);
    if (word.length < MIN_LENGTH || STOP_WORDS.has(form) || STOP_WORDS.has(word)) return -1;
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
    return number;
  }
}

const LETTER = /^\p{L}/u;
const DIGIT = /^\p{N}/u;

function isJoint(unit: number): boolean {
  return unit === 32 || unit === 45 || unit === 10;
}

/** ASCII by its number, all else by Unicode's tables. */
function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  return LETTER.test(text.slice(at, at + 2));
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit >= 48 && unit <= 57;
  return DIGIT.test(text.slice(at, at + 2));
}

function charLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length ? 2 : 1;
}
