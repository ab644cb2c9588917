/**
 * Results of Europe PMC's search interface (`resultType=core` for abstracts).
 */
import { plainText } from "./fields/markup.ts";
import { splitNames } from "./fields/names.ts";
import { jsonReader } from "./json-reader.ts";
import { at, isObject, objectsOf, personName, textOf, textsOf } from "./json-values.ts";

export const europePmc = jsonReader({
  id: "europe-pmc",
  title: "Europe PMC results (JSON)",
  from: "www.ebi.ac.uk/europepmc/webservices/rest/search, `format=json&resultType=core`",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) &&
    /"(resultList|abstractText|isOpenAccess|inEPMC|epmcAuthMan|firstPublicationDate)"\s*:/.test(head)
      ? 0.9
      : 0,
  draft(answer) {
    // An article that was asked for by its id stands alone in its answer.
    const inner = answer["result"];
    const result = isObject(inner) ? inner : answer;
    const pmid = textOf(result["pmid"]);
    const listed = objectsOf(at(result, "authorList", "author")).map(
      (author) => personName(author) || textOf(author["collectiveName"]),
    );
    const [source, id] = [textOf(result["source"]), textOf(result["id"])];
    return {
      key: pmid === undefined ? (textOf(result["pmcid"]) ?? textOf(result["id"])) : `PMID:${pmid}`,
      title: plainText(textOf(result["title"])),
      abstract: plainText(textOf(result["abstractText"])),
      authors: listed.length > 0 ? listed : splitNames((textOf(result["authorString"]) ?? "").replace(/\.$/, "")),
      date: textOf(result["firstPublicationDate"]) ?? textOf(result["pubYear"]),
      doi: textOf(result["doi"]),
      url: source === undefined || id === undefined ? undefined : `https://europepmc.org/article/${source}/${id}`,
      // Preprints, theses and books have a publisher for a journal.
      venue:
        textOf(at(result, "journalInfo", "journal", "title")) ??
        textOf(result["journalTitle"]) ??
        textOf(at(result, "bookOrReportDetails", "publisher")),
      keywords: [
        ...textsOf(at(result, "keywordList", "keyword")),
        ...objectsOf(at(result, "meshHeadingList", "meshHeading")).flatMap(
          (heading) => textOf(heading["descriptorName"]) ?? [],
        ),
      ],
    };
  },
});
