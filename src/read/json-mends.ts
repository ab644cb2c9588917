/**
 * Texts that are no JSON by a sign that programs and people often write: what they say without it.
 */

interface Parsed {
  readonly value: unknown;
}

/** What a text means, and what was read otherwise than it stands; undefined where nothing of it helps. */
export function mendJson(text: string): (Parsed & { readonly mended: string }) | undefined {
  const nulls = withNulls(text);
  if (nulls) return { ...nulls, mended: "NaN or Infinity, which JSON does not have; taken as null" };
  const bare = withoutLastComma(text);
  return bare && { ...bare, mended: "a comma behind the last item; passed over" };
}

/** What a text says with null for the numbers that Python writes and JSON lacks; undefined when that does not mend it. */
function withNulls(text: string): Parsed | undefined {
  if (!/NaN|Infinity/.test(text)) return undefined;
  // A string that is not closed goes to the end: else the search would begin anew at each of its quotation marks.
  const strict = text.replace(/"(?:[^"\\]|\\[^])*(?:"|\\?$)|-?\b(?:NaN|Infinity)\b/g, (part) =>
    part.startsWith('"') ? part : "null",
  );
  return parsed(strict);
}

/** What a text says without a comma behind it, or in front of its last bracket: lines of an array, lists that people wrote. */
function withoutLastComma(text: string): Parsed | undefined {
  const bare = text.replace(/,\s*$/, "").replace(/,(?=\s*[}\]]\s*$)/, "");
  if (bare.length === text.length) return undefined;
  return parsed(bare);
}

function parsed(text: string): Parsed | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
