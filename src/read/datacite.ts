/**
 * DataCite's JSON, as Zenodo, Figshare and doi.org give it.
 */
import { plainText } from "./fields/markup.ts";
import { jsonReader } from "./json-reader.ts";
import { at, firstText, isObject, objectsOf, textOf } from "./json-values.ts";

export const datacite = jsonReader({
  id: "datacite",
  title: "DataCite (JSON)",
  from: "api.datacite.org, Zenodo, Figshare",
  recognizes: (head) =>
    /^\s*[[{]/.test(head) && /"(resourceTypeGeneral|schemaVersion|nameIdentifiers)"\s*:/.test(head) ? 0.9 : 0,
  draft(object) {
    const attributes = at(object, "attributes") ?? at(object, "data", "attributes");
    const item = isObject(attributes) ? attributes : object;
    const described = objectsOf(item["descriptions"]);
    const dates = objectsOf(item["dates"]);
    const issued = dates.find((date) => date["dateType"] === "Issued") ?? dates[0];
    return {
      title: plainText(textOf(objectsOf(item["titles"])[0]?.["title"])),
      abstract: plainText(
        firstText((described.find((text) => text["descriptionType"] === "Abstract") ?? described[0])?.["description"]),
      ),
      authors: objectsOf(item["creators"]).map((name) => textOf(name["name"])),
      date: textOf(issued?.["date"]) ?? textOf(item["publicationYear"]),
      doi: textOf(item["doi"]) ?? textOf(item["id"]),
      url: textOf(item["url"]),
      venue: textOf(at(item, "container", "title")) ?? textOf(item["publisher"]),
      keywords: objectsOf(item["subjects"]).map((subject) => textOf(subject["subject"])),
    };
  },
});
