/**
 * Papers of Semantic Scholar's Graph and Recommendations interfaces.
 */
import { jsonReader } from "./json-reader.ts";
import { at, isObject, objectsOf, personName, textOf } from "./json-values.ts";

export const semanticScholar = jsonReader({
  id: "semantic-scholar",
  title: "Semantic Scholar papers (JSON)",
  from: "api.semanticscholar.org, with `fields=title,abstract,authors,year,externalIds`",
  recognizes: (head) => (/^\s*[[{]/.test(head) && /"(paperId|corpusId|externalIds)"\s*:/.test(head) ? 0.9 : 0),
  draft(object, warn) {
    const inner = object["citedPaper"] ?? object["citingPaper"];
    const paper = isObject(inner) ? inner : object;
    const id = textOf(paper["paperId"]);
    const [abstract, short] = [textOf(paper["abstract"]), textOf(at(paper, "tldr", "text"))];
    if (!abstract && short) warn("other-name", 'the field "tldr" is read as the abstract where there is none');
    return {
      key: id,
      title: textOf(paper["title"]),
      abstract: abstract || short,
      authors: objectsOf(paper["authors"]).map(personName),
      date: textOf(paper["publicationDate"]) ?? textOf(paper["year"]),
      doi: textOf(at(paper, "externalIds", "DOI")),
      arxiv_id: textOf(at(paper, "externalIds", "ArXiv")),
      url: textOf(paper["url"]),
      venue: textOf(at(paper, "journal", "name")) ?? textOf(paper["venue"]),
    };
  },
});
