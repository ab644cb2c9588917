/**
 * The map that belongs to this page: inside the page (map.html), else beside it (`paperweave view`).
 */
import { SCHEMA, type GraphDocument } from "../../src/contract/graph-document.ts";
import { checkGraphDocument, readGraphJsonInSlices } from "../../src/contract/graph-json.ts";
import { columnsOf, type MapColumns, type MapTexts } from "../../src/export/map-columns.ts";
import { readNumbers } from "../../src/export/map-numbers.ts";
import { TEXTS } from "../texts.ts";
import { columnsFault, otherDocument } from "./columns-fault.ts";
import { unpackText } from "./unpack-text.ts";

export interface OpenedMap {
  readonly columns: MapColumns;
  /** In map.html the document's text may still be on its way when the columns are there. */
  readonly readDocument: () => Promise<GraphDocument>;
  /** The packed text of the document, where the page carries it. */
  readonly packed?: () => string;
}

/** @throws Error with words for the reader when there is no map, or one that cannot be used. */
export async function openMap(): Promise<OpenedMap> {
  const texts = JSON.parse(textOf("paperweave-columns")) as MapTexts | null;
  if (texts) {
    const numbers = await orRefuse(() => readNumbers(textOf("paperweave-numbers")));
    const columns: MapColumns = { ...ofOurKind(texts), ...numbers };
    refuse(columnsFault(columns));
    return openColumns(columns, packedDocument, pageRead);
  }
  const document = ofOurKind((await fetchDocument()) as GraphDocument);
  await orRefuse(() => checkGraphDocument(document));
  return { columns: columnsOf(document), readDocument: () => Promise.resolve(document) };
}

/** @param ready settles when the packed text of the document is there */
export function openColumns(columns: MapColumns, packed: () => string, ready: () => Promise<void>): OpenedMap {
  return { columns, readDocument: () => ready().then(() => readInside(columns, packed())), packed };
}

/** Slice by slice, checked on the way: the page is in use while this runs. */
async function readInside(columns: MapColumns, packed: string): Promise<GraphDocument> {
  const text = await unpackText(packed);
  const document = await orRefuse(() => readGraphJsonInSlices(text, leisure));
  refuse(otherDocument(columns, document));
  return document;
}

/** What a check throws, in words for the reader. */
async function orRefuse<T>(check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw new Error(TEXTS.load.wrongDocument((error as Error).message), { cause: error });
  }
}

function refuse(fault: string | undefined): void {
  if (fault !== undefined) throw new Error(TEXTS.load.wrongDocument(fault));
}

function packedDocument(): string {
  return textOf("paperweave-data");
}

async function fetchDocument(): Promise<unknown> {
  if (location.protocol === "file:") throw new Error(TEXTS.load.emptyPage);
  const response = await fetch("./graph.json");
  if (!response.ok) throw new Error(TEXTS.load.noData(response.status));
  return response.json();
}

function ofOurKind<T extends { readonly schema: string }>(value: T): T {
  if ((value as T | undefined)?.schema !== SCHEMA) throw new Error(TEXTS.load.wrongSchema(SCHEMA));
  return value;
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? "null";
}

/** When all of the page's text is there. */
function pageRead(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => document.addEventListener("DOMContentLoaded", () => done(), { once: true }));
}

/** Lets everything else go first. */
function leisure(): Promise<unknown> {
  if ("scheduler" in globalThis) return scheduler.postTask(() => undefined, { priority: "background" });
  return new Promise((done) => setTimeout(done));
}
