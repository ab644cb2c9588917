/**
 * Results of Europe PMC's search interface (`resultType=core` for abstracts).
 */
import { plainText } from "./fields/markup.ts";
import { splitNames } from "./fields/names.ts";
import { at, jsonReader, objectsOf, personName, textOf, textsOf } from "./json-reader.ts";

export const europePmc = jsonReader({
  id: "europe-pmc",
  title: "Europe PMC results (JSON)",
  from: "www.ebi.ac.uk/europepmc/webservices/rest/search, `format=json&resultType=core`",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) && /"(resultList|abstractText|isOpenAccess|epmcAuthMan)"\s*:/.test(head) ? 0.9 : 0,
  draft(result) {
    const pmid = textOf(result["pmid"]);
    const listed = objectsOf(at(result, "authorList", "author")).map(personName);
    return {
      key: pmid === undefined ? (textOf(result["pmcid"]) ?? textOf(result["id"])) : `PMID:${pmid}`,
      title: plainText(textOf(result["title"])),
      abstract: plainText(textOf(result["abstractText"])),
      authors: listed.length > 0 ? listed : splitNames((textOf(result["authorString"]) ?? "").replace(/\.$/, "")),
      date: textOf(result["firstPublicationDate"]) ?? textOf(result["pubYear"]),
      doi: textOf(result["doi"]),
      url:
        textOf(at(result, "source")) === undefined
          ? undefined
          : `https://europepmc.org/article/${textOf(result["source"]) ?? ""}/${textOf(result["id"]) ?? ""}`,
      venue: textOf(at(result, "journalInfo", "journal", "title")) ?? textOf(result["journalTitle"]),
      keywords: textsOf(at(result, "keywordList", "keyword")),
    };
  },
});
