/**
 * DataCite's JSON, as Zenodo, Figshare and doi.org give it. Of titles and abstracts in several languages the English ones
 * are taken.
 */
import { plainText } from "./fields/markup.ts";
import { jsonReader } from "./json-reader.ts";
import { at, firstText, isObject, type JsonObject, objectsOf, textOf } from "./json-values.ts";

export const datacite = jsonReader({
  id: "datacite",
  title: "DataCite (JSON)",
  from: "api.datacite.org, Zenodo, Figshare",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) && /"(resourceTypeGeneral|schemaVersion|nameIdentifiers)"\s*:/.test(head) ? 0.9 : 0,
  draft(object) {
    const attributes = at(object, "attributes") ?? at(object, "data", "attributes");
    const item = isObject(attributes) ? attributes : object;
    const dates = objectsOf(item["dates"]);
    const issued = dates.find((date) => date["dateType"] === "Issued") ?? dates[0];
    return {
      title: titleOf(objectsOf(item["titles"])),
      abstract: abstractOf(objectsOf(item["descriptions"])),
      authors: objectsOf(item["creators"]).map((name) => textOf(name["name"])),
      date: textOf(issued?.["date"]) ?? textOf(item["publicationYear"]),
      doi: textOf(item["doi"]) ?? textOf(item["id"]),
      url: textOf(item["url"]),
      venue: textOf(at(item, "container", "title")) ?? textOf(item["publisher"]),
      keywords: objectsOf(item["subjects"]).map((subject) => textOf(subject["subject"])),
    };
  },
});

/** The title, or its English translation, with the subtitle in its language. */
function titleOf(titles: readonly JsonObject[]): string | undefined {
  const isSubtitle = ({ titleType }: JsonObject): boolean => titleType === "Subtitle";
  const whole = titles.filter((title) => !isSubtitle(title));
  const main = whole.find(isEnglish) ?? whole[0] ?? titles[0];
  const beside = titles.find((title) => title !== main && isSubtitle(title) && title["lang"] === main?.["lang"]);
  const texts = [main, beside].flatMap((title) => plainText(textOf(title?.["title"])) ?? []);
  return texts.length > 0 ? texts.join(": ") : undefined;
}

/** Descriptions that say something else than what the work is about. */
const NO_ABSTRACT = new Set(["SeriesInformation", "TableOfContents"]);

function abstractOf(descriptions: readonly JsonObject[]): string | undefined {
  const abstracts = descriptions.filter(({ descriptionType }) => descriptionType === "Abstract");
  const others = descriptions.filter(({ descriptionType }) => !NO_ABSTRACT.has(String(descriptionType)));
  const best = abstracts.find(isEnglish) ?? abstracts[0] ?? others[0];
  return plainText(firstText(best?.["description"]));
}

function isEnglish({ lang }: JsonObject): boolean {
  return typeof lang === "string" && /^en(?:g|$|[-_])/i.test(lang);
}
