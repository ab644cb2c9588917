/**
 * Words of a text for corpus statistics: lower case, plural joined, function words out.
 */

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

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

const WORD = /[\p{L}][\p{L}\p{N}]*/gu;

/**
 * Runs of adjacent words: a run ends at punctuation other than a hyphen, and at a stop word.
 * So neighbours within a run are safe to read as a bigram.
 */
export function wordRuns(text: string): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  let end = -1;
  for (const match of text.normalize("NFKC").toLowerCase().matchAll(WORD)) {
    const gap = match.input.slice(Math.max(end, 0), match.index);
    end = match.index + match[0].length;
    const word = singular(match[0]);
    const adjacent = gap === " " || gap === "-" || gap === "\n";
    const dropped = word.length < 2 || isStopWord(match[0]) || isStopWord(word);
    if ((!adjacent || dropped) && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if (!dropped) run.push(word);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** The S-stemmer of Harman 1991: joins plural and singular, nothing else; words in "is" keep their ending. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies") && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[uis]s$/.test(word) ? word : word.slice(0, -1);
}
