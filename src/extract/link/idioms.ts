/**
 * Everyday phrases in which a word is no term: "has received much attention", "in light of", "play a role".
 *
 * Written down for the nouns of English abstracts that stand in set phrases; a word without an entry has none.
 */
interface Idiom {
  /** Ends where the word begins. */
  readonly before?: RegExp;
  /** Begins where it ends. */
  readonly behind?: RegExp;
}

const IDIOMS = new Map<string, Idiom>(
  Object.entries({
    attention: {
      before:
        /(?:\b(?:much|more|most|little|less|great(?:er)?|grow\w+|increas\w+|considerabl[ey]|significant|special|particular|careful|close|wide\w*|extensive|substantial|enormous|tremendous|intens\w+|recent|limited|public|attract\w*|receiv\w*|gain\w*|draws?|drawn|drawing|drew|pa(?:y|id|ys|ying)|garner\w*|deserv\w*|call\w*|need\w*)\s+(?:[\w-]+\s+){0,2})$/i,
      behind:
        /^\s+(?:(?:has|have) been (?:paid|given|devoted|drawn)|(?:is|was|can be) (?:paid|given|focused|devoted)|from the)\b/i,
    },
    light: { before: /\b(?:in|in the|sheds?|shedding|brought? to)\s$/i },
    memory: { before: /\b(?:in|of) recent\s$/i },
    account: { before: /\b(?:into|on)\s$/i },
    mind: { before: /\b(?:in|into)\s$/i },
    practice: { before: /\b(?:in|common|best)\s$/i },
    control: { before: /\bunder\s$/i },
    exploration: { before: /\b(?:further|future|initial|an?)\s$/i },
    motion: { before: /\bin\s$/i },
    bias: { before: /\bwithout\s$/i },
  }),
);

/** @param word of the text from `start` to `end` */
export function isIdiom(text: string, start: number, end: number): boolean {
  const idiom = IDIOMS.get(text.slice(start, end).toLowerCase());
  if (!idiom) return false;
  return (
    idiom.before?.test(text.slice(Math.max(0, start - REACH), start)) === true ||
    idiom.behind?.test(text.slice(end, end + REACH)) === true
  );
}

const REACH = 50;
