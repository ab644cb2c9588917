/**
 * JATS articles, as PubMed Central, eLife, PLOS and many publishers give them.
 */
import { elementsAt, textAt, textsAt, type XmlElement, xmlReader, xmlText } from "./xml-reader.ts";

export const jats = xmlReader({
  id: "jats",
  title: "JATS XML",
  endings: ["xml", "nxml"],
  from: "PubMed Central, eLife, PLOS, Europe PMC full texts",
  recognizes: (head) =>
    /<(article|pmc-articleset)\b/.test(head) && /<(front|journal-meta|article-meta)\b|JATS|NLM\/\/DTD/.test(head)
      ? 0.93
      : 0,
  records: new Set(["article"]),
  draft(article) {
    const meta = elementsAt(article, "front", "article-meta")[0];
    if (!meta) return undefined;
    const ids = elementsAt(meta, "article-id");
    const idOf = (type: string): string | undefined =>
      ids.filter(({ attributes }) => attributes["pub-id-type"] === type).map(xmlText)[0];
    const abstracts = elementsAt(meta, "abstract");
    const abstract = abstracts.find(({ attributes }) => attributes["abstract-type"] === undefined) ?? abstracts[0];
    const [pmid, pmc] = [idOf("pmid"), idOf("pmc") ?? idOf("pmcid")];
    return {
      key: pmid === undefined ? pmc : `PMID:${pmid}`,
      title: [textAt(meta, "title-group", "article-title"), textAt(meta, "title-group", "subtitle")]
        .filter(Boolean)
        .join(": "),
      abstract: abstract && abstractText(abstract),
      authors: elementsAt(meta, "contrib-group", "contrib")
        .filter(({ attributes }) => (attributes["contrib-type"] ?? "author") === "author")
        .map(nameOf),
      date: dateOf(elementsAt(meta, "pub-date")),
      doi: idOf("doi"),
      venue:
        textAt(article, "front", "journal-meta", "journal-title-group", "journal-title") ??
        textAt(article, "front", "journal-meta", "journal-title"),
      keywords: textsAt(meta, "kwd-group", "kwd"),
    };
  },
});

/** Without the heading that says it is an abstract. */
function abstractText(abstract: XmlElement): string {
  return xmlText(abstract).replace(/^(abstract|summary)[.:]?\s+(?=\p{Lu})/iu, "");
}

function nameOf(contributor: XmlElement): string | undefined {
  const name = elementsAt(contributor, "name")[0] ?? elementsAt(contributor, "name-alternatives", "name")[0];
  if (!name) return textAt(contributor, "collab");
  return [textAt(name, "given-names"), textAt(name, "surname")].filter(Boolean).join(" ");
}

/** The earliest kind of publication date that says most. */
function dateOf(dates: readonly XmlElement[]): string | undefined {
  const written = dates.map((date) => ["year", "month", "day"].flatMap((part) => textAt(date, part) ?? []).join("-"));
  return written.reduce<string | undefined>(
    (best, date) => (best && best.length >= date.length ? best : date),
    undefined,
  );
}
