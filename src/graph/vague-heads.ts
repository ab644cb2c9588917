/**
 * Rare terms that end in a word for anything: "selection methods", "classification setting", "busy scenes". What one paper
 * calls so is seldom a term, however sure its tagger is.
 */
const VAGUE_HEAD =
  /\b(?:settings?|scenarios?|situations?|strateg(?:y|ies)|methods?|approach(?:es)?|techniques?|systems?|models?|schemes?|procedures?|stud(?:y|ies)|environments?|scenes?|components?|mechanisms?|derivations?|versions?|types?|levels?|stages?|steps?|research|tasks?|problems?|applications?)$/i;
const MAX_WORDS = 2;

/** At most two words, the last of them such a word; a name has a capital behind its first letter, or a digit. */
export function isVague(form: string): boolean {
  return VAGUE_HEAD.test(form) && form.split(/\s+/u).length <= MAX_WORDS && !/.[\p{Lu}\p{N}]/u.test(form);
}
