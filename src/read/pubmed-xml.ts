/**
 * PubMed's XML, articles and books.
 */
import { elementsAt, textAt, textsAt, type XmlElement, xmlReader, xmlText } from "./xml-reader.ts";

export const pubmedXml = xmlReader({
  id: "pubmed-xml",
  title: "PubMed XML",
  from: "PubMed's E-utilities: efetch, `retmode=xml`",
  recognizes: (head) => (/<(PubmedArticleSet|PubmedArticle|MedlineCitation|PubmedBookArticle)\b/.test(head) ? 0.95 : 0),
  records: new Set(["PubmedArticle", "PubmedBookArticle", "MedlineCitation"]),
  draft(record) {
    const citation = elementsAt(record, "MedlineCitation")[0] ?? elementsAt(record, "BookDocument")[0] ?? record;
    const article = elementsAt(citation, "Article")[0] ?? citation;
    const pmid = textAt(citation, "PMID");
    const book = elementsAt(citation, "Book")[0];
    const ids = [
      ...elementsAt(article, "ELocationID"),
      ...elementsAt(record, "PubmedData", "ArticleIdList", "ArticleId"),
      ...elementsAt(citation, "ArticleIdList", "ArticleId"),
    ];
    const people = elementsAt(article, "AuthorList", "Author");
    return {
      key: pmid === undefined ? undefined : `PMID:${pmid}`,
      title:
        textAt(article, "ArticleTitle") || (book && textAt(book, "BookTitle")) || textAt(article, "VernacularTitle"),
      abstract: abstractOf(article) ?? abstractOf(citation),
      authors: (people.length > 0 || !book ? people : elementsAt(book, "AuthorList", "Author")).map(nameOf),
      date: dateOf(
        elementsAt(article, "Journal", "JournalIssue", "PubDate")[0] ?? (book && elementsAt(book, "PubDate")[0]),
      ),
      doi: ids.filter(({ attributes }) => (attributes["EIdType"] ?? attributes["IdType"]) === "doi").map(xmlText)[0],
      url: pmid === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
      venue: textAt(article, "Journal", "Title") ?? textAt(citation, "MedlineJournalInfo", "MedlineTA"),
      keywords: [
        ...textsAt(citation, "KeywordList", "Keyword"),
        ...textsAt(citation, "MeshHeadingList", "MeshHeading", "DescriptorName"),
      ],
    };
  },
});

/** The parts of a structured abstract begin with their labels, as PubMed shows them. */
function abstractOf(element: XmlElement): string | undefined {
  // Authors or publishers may have given an abstract in English where the paper's own is in another language.
  const abstract =
    elementsAt(element, "Abstract")[0] ??
    elementsAt(element, "OtherAbstract").find(({ attributes }) => /^en/i.test(attributes["Language"] ?? "en"));
  if (!abstract) return undefined;
  const parts = elementsAt(abstract, "AbstractText").map((part) => {
    const label = part.attributes["Label"];
    const text = xmlText(part);
    return label !== undefined && label !== "UNLABELLED" && text !== "" ? `${label}: ${text}` : text;
  });
  return parts.filter((part) => part !== "").join(" ");
}

function nameOf(author: XmlElement): string | undefined {
  const family = textAt(author, "LastName");
  if (family === undefined) return textAt(author, "CollectiveName");
  return [textAt(author, "ForeName") ?? textAt(author, "Initials"), family].filter(Boolean).join(" ");
}

function dateOf(date: XmlElement | undefined): string | undefined {
  if (!date) return undefined;
  const [year, month, day] = ["Year", "Month", "Day"].map((part) => textAt(date, part));
  if (year === undefined) return textAt(date, "MedlineDate");
  if (month === undefined) return year;
  return /^\d+$/.test(month) ? [year, month, ...(day ? [day] : [])].join("-") : `${day ?? ""} ${month} ${year}`;
}
