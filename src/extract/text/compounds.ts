/**
 * Compounds whose first word looks like no part of a term: Latin phrases ("in vitro"), places ("New York"), names with
 * particles ("de Bruijn").
 */
import { NAME_PARTICLES } from "./foreign-words.ts";

/** First word → words that make a compound with it. */
const SECONDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    in: "vitro vivo situ silico utero ovo planta cellulo chemico toto natura extenso operando papyro",
    ex: "vivo situ ante post nihilo utero",
    de: "novo facto jure",
    per: "capita os",
    a: "priori posteriori fortiori",
    ad: "hoc libitum lib infinitum",
    post: "hoc mortem partum",
    ante: "hoc mortem partum",
    ab: "initio",
    pro: "rata",
    bona: "fide",
    prima: "facie",
    status: "quo",
    modus: "ponens tollens operandi",
    quasi: "modo",
    sensu: "stricto lato",
    New: "York Zealand Delhi Mexico Jersey Orleans England Guinea Caledonia Hampshire Haven Brunswick South Amsterdam Britain World Deal Testament Hebrides",
    Great: "Barrier Britain Lakes Plains Salt Wall Depression Recession",
    Papua: "New",
    Rio: "de Grande",
    Costa: "Rica",
    Puerto: "Rico",
    Buenos: "Aires",
    Sri: "Lanka",
    Hong: "Kong",
    Tel: "Aviv",
    Saudi: "Arabia",
  }).map(([first, seconds]) => [first, new Set(seconds.split(" "))]),
);

/** Parts of names that are written with capitals as well. */
const CAPITAL_PARTICLES = new Set("De Von Van Der Du Di Da Del La Le El Los Las San Santa São St Saint".split(" "));

/** May the word begin such a compound? */
export function mayLead(word: string): boolean {
  return (
    SECONDS.has(word) || NAME_PARTICLES.has(word) || CAPITAL_PARTICLES.has(word) || SECONDS.has(word.toLowerCase())
  );
}

const CAPITALISED = /^\p{Lu}\p{Ll}/u;

/** Number of words of the compound that begins at word `i`, or 1: it is none. */
export function compoundLength(words: readonly string[], i: number): number {
  const word = words[i]!;
  const next = words[i + 1] ?? "";
  const seconds = SECONDS.get(word) ?? SECONDS.get(word.toLowerCase());
  if (seconds?.has(next)) {
    // "New South Wales", "Rio de Janeiro", "Papua New Guinea".
    const isOpen = next === "South" ? words[i + 2] === "Wales" : next === "de" || next === "New";
    return isOpen && CAPITALISED.test(words[i + 2] ?? "") ? 3 : next === "South" || next === "de" ? 1 : 2;
  }
  const isParticle = (at: string) => NAME_PARTICLES.has(at) || CAPITAL_PARTICLES.has(at);
  if (!isParticle(word) || (word === "la" && /^[àa]$/u.test(words[i - 1] ?? ""))) return 1;
  if (CAPITALISED.test(next)) return 2;
  return NAME_PARTICLES.has(next) && CAPITALISED.test(words[i + 2] ?? "") ? 3 : 1;
}

/** Does the word begin Latin phrases? By themselves they are adverbs. */
export const leadsLatin = (word: string): boolean => SECONDS.has(word.toLowerCase());
