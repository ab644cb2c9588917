/**
 * JATS articles, as PubMed Central, eLife, PLOS, SciELO and many publishers give them.
 *
 * An article may have its title and abstract in several languages, and abstracts of several kinds: the English one is
 * taken, and the one that is an abstract rather than a picture, a teaser or a summary for other readers.
 */
import { elementsAt, textAt, type XmlElement, xmlReader, xmlText } from "./xml-reader.ts";

export const jats = xmlReader({
  id: "jats",
  title: "JATS XML",
  endings: ["xml", "nxml"],
  from: "PubMed Central, eLife, PLOS, SciELO, Europe PMC full texts",
  recognizes: (head) =>
    /<(?:article|pmc-articleset)\b/.test(head) && /<(?:front|journal-meta|article-meta)\b|JATS|NLM\/\/DTD/.test(head)
      ? 0.93
      : 0,
  records: new Set(["article"]),
  draft(article) {
    const meta = elementsAt(article, "front", "article-meta")[0];
    if (!meta) return undefined;
    const language = languageOf(article) ?? "en";
    const ids = elementsAt(meta, "article-id");
    const idOf = (...types: readonly string[]): string | undefined =>
      ids.filter(({ attributes }) => types.includes(attributes["pub-id-type"] ?? "")).map(xmlText)[0];
    const [pmid, pmc] = [idOf("pmid"), idOf("pmc", "pmcid", "pmcaid")];
    return {
      key: pmid === undefined ? pmc?.replace(/^(?=\d)/, "PMC") : `PMID:${pmid}`,
      title: titleOf(meta, language),
      abstract: abstractOf(meta, language),
      authors: elementsAt(meta, "contrib-group", "contrib")
        .filter(({ attributes }) => (attributes["contrib-type"] ?? "author") === "author")
        .map(nameOf),
      date: dateOf(elementsAt(meta, "pub-date")),
      doi: idOf("doi"),
      arxiv_id: idOf("arxiv"),
      venue:
        textAt(article, "front", "journal-meta", "journal-title-group", "journal-title") ??
        textAt(article, "front", "journal-meta", "journal-title"),
      keywords: inEnglish(elementsAt(meta, "kwd-group"), language).flatMap(keywordsOf),
    };
  },
});

function languageOf({ attributes }: XmlElement): string | undefined {
  return attributes["xml:lang"]?.slice(0, 2).toLowerCase();
}

/** The elements in English, where any is said to be; else all. @param language of those that do not say theirs */
function inEnglish(elements: readonly XmlElement[], language: string): readonly XmlElement[] {
  const english = elements.filter((element) => (languageOf(element) ?? language) === "en");
  return english.length > 0 ? english : elements;
}

function titleOf(meta: XmlElement, language: string): string | undefined {
  const group = elementsAt(meta, "title-group")[0];
  if (!group) return undefined;
  const translated = elementsAt(group, "trans-title-group").find((other) => languageOf(other) === "en");
  const [of, title, subtitle] =
    language !== "en" && translated
      ? [translated, "trans-title", "trans-subtitle"]
      : [group, "article-title", "subtitle"];
  return [textAt(of, title), textAt(of, subtitle)].filter(Boolean).join(": ");
}

/** Kinds of abstracts that are texts about the paper, best first; one without kind is the abstract. */
const KINDS = ["section", "short", "summary", "executive-summary", "precis", "plain-language-summary", "key-points"];

function abstractOf(meta: XmlElement, language: string): string | undefined {
  const all = [...elementsAt(meta, "abstract"), ...elementsAt(meta, "trans-abstract")];
  const rank = ({ attributes }: XmlElement): number => {
    const kind = attributes["abstract-type"];
    const at = kind === undefined ? -1 : KINDS.indexOf(kind);
    return kind !== undefined && at < 0 ? KINDS.length : at;
  };
  const texts = [...inEnglish(all, language)].sort((a, b) => rank(a) - rank(b)).map(abstractText);
  return texts.find((text) => text !== "");
}

/** Sections begin with their headings, as "Methods: "; the heading of the whole is left out. */
function abstractText(abstract: XmlElement): string {
  const parts = abstract.children.flatMap((child): string[] => {
    if (typeof child === "string") return [child];
    if (child.name === "title" || child.name === "label") return [];
    return [child.name === "sec" ? sectionText(child) : xmlText(child)];
  });
  const text = parts
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .join(" ");
  return text.replace(/^(abstract|summary)[.:]?\s+(?=\p{Lu})/iu, "");
}

function sectionText(section: XmlElement): string {
  const heading = textAt(section, "title") ?? "";
  const text = xmlText({ ...section, children: section.children.filter((child) => !isHeading(child)) });
  return heading === "" || text === "" ? text : `${heading}${/[.:?!]$/.test(heading) ? "" : ":"} ${text}`;
}

function isHeading(child: XmlElement | string): boolean {
  return typeof child !== "string" && (child.name === "title" || child.name === "label");
}

function keywordsOf(group: XmlElement): string[] {
  const parts = elementsAt(group, "compound-kwd").map((keyword) =>
    elementsAt(keyword, "compound-kwd-part").map(xmlText).at(-1),
  );
  return [...elementsAt(group, "kwd").map(xmlText), ...parts.flatMap((part) => part ?? [])];
}

function nameOf(contributor: XmlElement): string | undefined {
  const written = [contributor, ...elementsAt(contributor, "name-alternatives")];
  const name = written.flatMap((at) => [...elementsAt(at, "name"), ...elementsAt(at, "string-name")])[0];
  if (!name) return textAt(contributor, "collab") ?? textAt(contributor, "collab-alternatives", "collab");
  const parts = [textAt(name, "given-names"), textAt(name, "surname")].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : xmlText(name);
}

/** Days on which something else happened than that the paper came out. */
const OTHER_DAYS = /release|submitted|accepted|received|retract|correct|update/;

/** The date of publication that says most; of those that say as much the first. */
function dateOf(dates: readonly XmlElement[]): string | undefined {
  const kindOf = ({ attributes }: XmlElement): string => attributes["pub-type"] ?? attributes["date-type"] ?? "";
  const published = dates.filter((date) => !OTHER_DAYS.test(kindOf(date)));
  const written = (published.length > 0 ? published : dates).map((date) => {
    const [year, month, day] = ["year", "month", "day"].map((part) => textAt(date, part));
    if (year === undefined) return date.attributes["iso-8601-date"] ?? textAt(date, "string-date") ?? "";
    if (month === undefined) return [textAt(date, "season"), year].filter(Boolean).join(" ");
    return /^\d+$/.test(month) ? [year, month, ...(day ? [day] : [])].join("-") : `${day ?? ""} ${month} ${year}`;
  });
  return written.reduce((best, date) => (partsOf(date) > partsOf(best) ? date : best), "") || undefined;
}

function partsOf(date: string): number {
  return date.split(/[\s-]+/).filter(Boolean).length;
}
