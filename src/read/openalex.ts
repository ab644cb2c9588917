/**
 * Works of OpenAlex, whose abstracts are inverted: word → places.
 */
import { plainText } from "./fields/markup.ts";
import { jsonReader } from "./json-reader.ts";
import { at, isObject, objectsOf, textOf } from "./json-values.ts";

/** No abstract has so many words; a place beyond is a fault of the file. */
const MAX_WORDS = 50_000;

export const openalex = jsonReader({
  id: "openalex",
  title: "OpenAlex works (JSON)",
  from: "api.openalex.org/works, one answer or one work a line",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) && /"id"\s*:\s*"https?:\/\/(api\.)?openalex\.org\//.test(head) ? 0.9 : 0,
  draft(work) {
    const id = textOf(work["id"]);
    if (id === undefined || !/\/W\d+$/.test(id)) return undefined;
    const place = work["primary_location"] ?? work["host_venue"];
    return {
      key: /W\d+$/.exec(id)?.[0],
      title: plainText(textOf(work["title"]) ?? textOf(work["display_name"])),
      abstract: plainText(textOf(work["abstract"]) ?? fromInvertedIndex(work["abstract_inverted_index"])),
      authors: objectsOf(work["authorships"]).map((entry) => textOf(at(entry, "author", "display_name"))),
      date: textOf(work["publication_date"]) ?? textOf(work["publication_year"]),
      doi: textOf(work["doi"]) ?? textOf(at(work, "ids", "doi")),
      arxiv_id: [work["doi"], at(place, "landing_page_url")].map(textOf).find((text) => /arxiv/i.test(text ?? "")),
      url: textOf(at(place, "landing_page_url")) ?? id,
      venue: textOf(at(place, "source", "display_name")) ?? textOf(at(place, "display_name")),
      keywords: objectsOf(work["keywords"]).map((word) => textOf(word["display_name"]) ?? textOf(word["keyword"])),
    };
  },
});

/** `{"old": [2], "Bread": [0], "is": [1]}` → `Bread is old`. */
export function fromInvertedIndex(index: unknown): string | undefined {
  if (!isObject(index)) return undefined;
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places)) continue;
    for (const place of places) if (isPlace(place)) words[place] = word;
  }
  // Places that no word takes are holes, which have no value.
  return words.length > 0 ? Object.values(words).join(" ") : undefined;
}

function isPlace(place: unknown): place is number {
  return Number.isInteger(place) && Number(place) >= 0 && Number(place) < MAX_WORDS;
}
