/**
 * Dates as formats and people write them → `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, checked against the calendar.
 */
import { withoutAccents } from "../../lib/text.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Months as other languages of Europe write them where English has other letters, without accents. */
const OTHER_MONTHS = [
  "januar janner janvier janv enero ene gennaio gen janeiro januari",
  "februar fevrier fevr febrero febbraio fevereiro fev februari",
  "marz mars marzo marco mrt maart marts",
  "avril avr abril abr aprile",
  "mai mayo maggio mag maio mei maj",
  "juni juin junio giugno giu junho",
  "juli juillet juil julio luglio lug julho",
  "august aout agosto ago augustus augusti",
  "septembre septiembre settembre set setembro",
  "oktober okt octobre octubre ottobre ott outubro out",
  "novembre noviembre novembro",
  "dezember dez decembre diciembre dic dicembre dezembro",
];
const ENGLISH =
  "january february march april may june july august september october november december spring summer fall autumn winter".split(
    " ",
  );
/** Texts of more words hold a date, perhaps, and are none. */
const MOST_WORDS = 12;
const MONTH_BY_NAME = new Map(
  OTHER_MONTHS.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)),
);
const SEASONS: Readonly<Record<string, number>> = { spr: 3, sum: 6, fal: 9, aut: 9, win: 12 };
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;

/** @returns the date, as precise as the text is; undefined when it holds none that exists. */
export function parseDate(given: string): string | undefined {
  const text = given
    .normalize("NFKC")
    .replace(/(?<=\d)[‐-―−](?=\d{1,2}(?!\d))/gu, "-")
    .replace(/[\s\u00a0\u202f]+/gu, " ")
    .replace(/ ?([-/.]) ?(?=\d)/g, "$1")
    .trim();
  if (text.split(" ").length > MOST_WORDS) return undefined;
  return fromTimeStamp(text) ?? fromSerial(text) ?? fromNumbers(text) ?? fromWords(text);
}

/** The first year that a text names, as a date; undefined when it names none. */
function yearOf(text: string): string | undefined {
  return /(?<!\d)(1[5-9]|20|21)\d\d(?!\d)/.exec(text)?.[0];
}

export function isTimeStamp(text: string): boolean {
  return /^\s*(\d{10}|\d{13}|\d{16}|\d{19})(\.\d+)?\s*$/.test(text) || isSerial(text);
}

/** Days since the end of 1899, as spreadsheets keep dates: 1954 to 2064. */
function isSerial(text: string): boolean {
  return /^\s*[2-5]\d{4}(\.\d+)?\s*$/.test(text);
}

function fromSerial(text: string): string | undefined {
  return isSerial(text) ? civilFromDays(Math.floor(Number(text)) - 25_569) : undefined;
}

/** Seconds, or thousandths to billionths of them, since 1970, of the year 2001 and later. */
function fromTimeStamp(text: string): string | undefined {
  if (!isTimeStamp(text) || isSerial(text)) return undefined;
  const days = Math.floor(Number(text.trim().slice(0, 10)) / 86_400);
  return civilFromDays(days);
}

function fromNumbers(text: string): string | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?=$|T\d)/.exec(text) ?? /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(text);
  if (compact) return checked(Number(compact[1]), number(compact[2]), number(compact[3]));
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T,;/]| \d|[-.]$)/.exec(text);
  if (iso) return checked(Number(iso[1]), number(iso[2]), number(iso[3]));
  const eastern = /^(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월] ?(?:(\d{1,2}) ?[日일])?)?/.exec(text);
  if (eastern) return checked(Number(eastern[1]), number(eastern[2]), number(eastern[3]));
  // Day first or month first: told by what the calendar allows; where it allows both, only the year is sure.
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?=$|[T,; ])/.exec(text);
  if (dayFirst) {
    const [first, second, year] = [Number(dayFirst[1]), Number(dayFirst[2]), Number(dayFirst[3])];
    if (first > 12) return checked(year, second, first);
    if (second > 12 || first === second) return checked(year, first, second);
    return text.includes(".") ? checked(year, second, first) : checked(year);
  }
  const monthFirst = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  return monthFirst ? checked(Number(monthFirst[2]), Number(monthFirst[1])) : undefined;
}

/** `29 Apr 2024`, `April 29th, 2024`, `2024 Apr 29`, `Apr-Jun 2024`, `Spring 2024`, `c. 1998`. */
function fromWords(text: string): string | undefined {
  const year = yearOf(text);
  // Numbers alone are no words: they are a date that the calendar lacks.
  if (year === undefined || /^[\d./: -]+$/.test(text)) return undefined;
  for (const [found] of withoutAccents(text).matchAll(/[a-z]{3,}/gi)) {
    const name = found.toLowerCase();
    const key = name.slice(0, 3);
    const isEnglish = name === "sept" || ENGLISH.some((whole) => whole.startsWith(name));
    const named = MONTH_BY_NAME.get(name) ?? (isEnglish ? MONTHS.indexOf(key) + 1 || undefined : undefined);
    const month = named ?? (isEnglish ? SEASONS[key] : undefined);
    if (month === undefined) continue;
    const day = named ? /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(text.replace(year, ""))?.[1] : undefined;
    // A number that no month has is none of its days.
    return checked(Number(year), month, Number(day) > 31 ? undefined : number(day));
  }
  return year;
}

/** A month or day that is 0 is unknown; one that the calendar lacks spoils the date. */
function checked(year: number, month?: number, day?: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const head = String(year);
  if (month === undefined || (month === 0 && !day)) return head;
  const most = DAYS[month - 1];
  if (most === undefined) return undefined;
  const longer = `${head}-${String(month).padStart(2, "0")}`;
  if (day === undefined || day === 0) return longer;
  const leap = month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day <= most && leap ? `${longer}-${String(day).padStart(2, "0")}` : undefined;
}

/** Days since 1970-01-01 → date (Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days). */
function civilFromDays(days: number): string | undefined {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return checked(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
