/**
 * The document that belongs to this page: inside the page (map.html), else beside it (`paperweave view`).
 */
import { SCHEMA, type GraphDocument } from "../../src/contract/graph-document.ts";
import { TEXTS } from "../texts.ts";

export async function loadDocument(): Promise<GraphDocument> {
  const inside = document.getElementById("paperweave-data")?.textContent ?? "null";
  const value: unknown = inside.trim() === "null" ? await fetchDocument() : JSON.parse(inside);
  if (!isDocument(value)) throw new Error(TEXTS.load.wrongSchema(SCHEMA));
  return value;
}

async function fetchDocument(): Promise<unknown> {
  if (location.protocol === "file:") throw new Error(TEXTS.load.emptyPage);
  const response = await fetch("./graph.json");
  if (!response.ok) throw new Error(TEXTS.load.noData(response.status));
  return response.json();
}

function isDocument(value: unknown): value is GraphDocument {
  return typeof value === "object" && value !== null && "schema" in value && value.schema === SCHEMA;
}
