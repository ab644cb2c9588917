/**
 * Works of Crossref's REST interface; abstracts are JATS.
 */
import { plainText } from "./fields/markup.ts";
import { jsonReader } from "./json-reader.ts";
import { dateParts, firstText, isObject, objectsOf, personName, textOf, textsOf } from "./json-values.ts";

export const crossref = jsonReader({
  id: "crossref",
  title: "Crossref works (JSON)",
  from: "api.crossref.org/works",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) &&
    /"message-type"\s*:\s*"work|"(reference-count|is-referenced-by-count|content-domain)"\s*:/.test(head)
      ? 0.9
      : 0,
  draft(object) {
    const inner = object["message"];
    const work = isObject(inner) ? inner : object;
    const subtitle = firstText(work["subtitle"]);
    const title = plainText(firstText(work["title"]));
    return {
      title:
        title !== undefined && subtitle !== undefined && !title.includes(":")
          ? `${title}: ${plainText(subtitle) ?? ""}`
          : title,
      abstract: plainText(textOf(work["abstract"])),
      authors: objectsOf(work["author"]).map(personName),
      date: ["published", "published-print", "published-online", "issued", "created"]
        .map((name) => dateParts(work[name]))
        .find(Boolean),
      doi: textOf(work["DOI"]),
      url: textOf(work["URL"]),
      venue: firstText(work["container-title"]),
      keywords: textsOf(work["subject"]),
    };
  },
});
