/**
 * What the page and the worker that does a job for it say to each other. A worker does one job and is ended.
 */
import type { Problem } from "../../../src/contract/problem.ts";
import type { MapNumbers, MapTexts } from "../../../src/export/map-columns.ts";
import type { IngestReport } from "../../../src/ingest.ts";

/** A file by its name; in a folder with the path from there. */
export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What a finished build leaves: the map, and the two records that no map can give again. */
export interface BuiltFiles {
  readonly "graph.json": Blob;
  readonly "ledger.tsv": Blob;
  readonly "run.json": Blob;
}

/** What is kept of a person's work, in the browser and as a file. */
export interface ProjectParts {
  readonly name: string;
  readonly inputs: readonly NamedFile[];
  /** Text of decisions.tsv, and what the map was built with of it. */
  readonly decisions: string;
  readonly decided: string;
  readonly papers: number;
  readonly built: BuiltFiles;
}

/** What the page carries for the workers, as text from its elements. */
export interface Carried {
  readonly version: string;
  /** The viewer's page. */
  readonly viewer: string;
  /** By the models' file names, packed. */
  readonly models: Readonly<Record<string, string>>;
}

export type Job =
  | {
      readonly kind: "build";
      readonly inputs: readonly NamedFile[];
      readonly decisions: string;
      /** graph.json of the map that places and communities are carried over from. */
      readonly previous?: Blob;
      readonly carried: Carried;
    }
  | { readonly kind: "open"; readonly built: BuiltFiles; readonly carried: Omit<Carried, "models"> }
  | {
      readonly kind: "export";
      readonly graph: Blob;
      readonly format: string;
      readonly carried: Omit<Carried, "models">;
    }
  | { readonly kind: "pack"; readonly parts: ProjectParts }
  | { readonly kind: "unpack"; readonly file: NamedFile };

/** The map as the viewer takes it: see `web/data/open-map.ts`. */
export interface MadeMap {
  readonly texts: MapTexts;
  readonly numbers: MapNumbers;
  /** Of the document: gzip in base64. */
  readonly packed: string;
}

/** `failed` and `done` are the last word. */
export type Word =
  | { readonly kind: "progress"; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: "read"; readonly report: IngestReport; readonly problems: readonly Problem[] }
  | { readonly kind: "map"; readonly map: MadeMap }
  | { readonly kind: "file"; readonly name: string; readonly blob: Blob }
  | { readonly kind: "project"; readonly parts: ProjectParts }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string; readonly hint?: string };

export type Say = (word: Word, moved?: readonly ArrayBuffer[]) => void;

/** The first message to a worker: what it is to be. */
export type Role =
  | {
      readonly role: "job";
      readonly job: Job;
      /** Of all workers: for the threads that the job starts. */
      readonly script: Blob;
    }
  | {
      readonly role: "shard-thread";
      readonly data: unknown;
      readonly models: readonly (readonly [string, Uint8Array])[];
    }
  | { readonly role: "task-thread" };
