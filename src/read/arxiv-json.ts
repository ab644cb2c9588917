/**
 * arXiv's metadata as JSON Lines: the Kaggle snapshot and its relatives.
 */
import { unwrapped } from "./fields/markup.ts";
import { splitNames } from "./fields/names.ts";
import { jsonReader } from "./json-reader.ts";
import { textOf, textsOf } from "./json-values.ts";

export const arxivJson = jsonReader({
  id: "arxiv-json",
  title: "arXiv metadata (JSON Lines)",
  from: "the arXiv snapshot on Kaggle (arxiv-metadata-oai-snapshot.json)",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) && /"(authors_parsed|journal-ref|report-no|submitter)"\s*:/.test(head) ? 0.9 : 0,
  draft(entry) {
    const id = textOf(entry["id"]);
    return {
      title: unwrapped(textOf(entry["title"])),
      abstract: unwrapped(textOf(entry["abstract"])),
      authors: parsedNames(entry["authors_parsed"]) ?? splitNames(unwrapped(textOf(entry["authors"])) ?? ""),
      date: firstVersion(entry["versions"]) ?? textOf(entry["update_date"]),
      doi: textOf(entry["doi"]),
      arxiv_id: id,
      url: id === undefined ? undefined : `https://arxiv.org/abs/${id}`,
      venue: unwrapped(textOf(entry["journal-ref"])),
      keywords: textOf(entry["categories"])?.split(" ") ?? [],
    };
  },
});

/** `[["Lovelace", "Ada", "Jr."], …]` */
function parsedNames(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((parts) => {
    const [family = "", given = "", suffix = ""] = textsOf(parts);
    return [given, family, suffix].filter((part) => part !== "").join(" ");
  });
}

/** `Mon, 2 Apr 2007 19:18:42 GMT` of the first version. */
function firstVersion(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  const created = typeof first === "object" && first !== null && "created" in first ? textOf(first.created) : undefined;
  return created
    ?.slice(0, 60)
    .replace(/^\w+, /, "")
    .replace(/ \d+:.*$/, "");
}
