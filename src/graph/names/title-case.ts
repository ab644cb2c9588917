/** Words that stay small inside a name. */
const SMALL = new Set("a an and as at by for from in into of on or over per the to via vs with without".split(" "));

/**
 * "graph neural networks" → "Graph Neural Networks", "human-AI teams" → "Human-AI Teams"; words with capitals or digits of
 * their own stay as they are.
 */
export function titleCase(form: string): string {
  return form
    .split(" ")
    .map((word, i) =>
      /^\p{Ll}{2,}(?:[-'’]|$)|^\p{Ll}[\p{Ll}\p{M}'’-]*$/u.test(word) && (i === 0 || !SMALL.has(word))
        ? capitalize(word)
        : word,
    )
    .join(" ");
}

function capitalize(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}
