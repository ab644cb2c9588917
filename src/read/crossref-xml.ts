/**
 * Crossref's XML of deposited works (Unixref), as doi.org and CrossRef's OpenURL give it.
 */
import { elementsAt, textAt, type XmlElement, xmlReader, xmlText } from "./xml-reader.ts";

/** The elements that are a work, the part before the whole. */
const WORKS = [
  "journal_article",
  "conference_paper",
  "content_item",
  "posted_content",
  "dissertation",
  "peer_review",
  "component",
  "dataset",
  "report-paper_metadata",
  "standard_metadata",
  "book_metadata",
  "book_series_metadata",
  "book_set_metadata",
];

export const crossrefXml = xmlReader({
  id: "crossref-xml",
  title: "Crossref XML (Unixref)",
  from: "doi.org with `Accept: application/vnd.crossref.unixref+xml`",
  recognizes: (head) => (/<(?:doi_records|doi_record|crossref_result)\b/.test(head) ? 0.95 : 0),
  records: new Set(["doi_record"]),
  draft(record) {
    const works = WORKS.flatMap((name) => within(record, name, 4));
    const [work] = works;
    if (!work) return undefined;
    const journal = within(record, "journal_metadata", 4)[0];
    const whole = ["book_metadata", "book_series_metadata", "proceedings_metadata"].flatMap((name) =>
      within(record, name, 4),
    )[0];
    const [day] = ["publication_date", "posted_date", "approval_date", "review_date"].flatMap((name) =>
      within(work, name, 3),
    );
    return {
      title: [textAt(work, "titles", "title"), textAt(work, "titles", "subtitle")].filter(Boolean).join(": "),
      abstract: abstractOf(elementsAt(work, "abstract")),
      authors: [...elementsAt(work, "contributors"), work].flatMap((people) =>
        people.children.flatMap((child) => (typeof child === "string" ? [] : [nameOf(child)])),
      ),
      date: day && ["year", "month", "day"].flatMap((part) => textAt(day, part) ?? []).join("-"),
      doi: textAt(work, "doi_data", "doi"),
      url: textAt(work, "doi_data", "resource"),
      venue:
        (journal && textAt(journal, "full_title")) ??
        (whole && whole !== work
          ? (textAt(whole, "proceedings_title") ?? textAt(whole, "titles", "title"))
          : textAt(work, "group_title")),
    };
  },
});

/** Elements of a name at most so deep below an element. */
function within(element: XmlElement, name: string, depth: number): XmlElement[] {
  if (depth === 0) return [];
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : child.name === name ? [child] : within(child, name, depth - 1),
  );
}

/** The English one where there are several, without its heading. */
function abstractOf(abstracts: readonly XmlElement[]): string | undefined {
  const english = abstracts.find(({ attributes }) => /^en/i.test(attributes["xml:lang"] ?? "en"));
  const found = english ?? abstracts[0];
  return found && xmlText(found).replace(/^(abstract|summary)[.:]?\s+(?=\p{Lu})/iu, "");
}

function nameOf(contributor: XmlElement): string | undefined {
  if ((contributor.attributes["contributor_role"] ?? "") !== "author") return undefined;
  if (contributor.name === "organization") return xmlText(contributor);
  return [textAt(contributor, "given_name"), textAt(contributor, "surname")].filter(Boolean).join(" ");
}
