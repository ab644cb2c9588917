/**
 * A project as one file and back: a zip archive of what was given, what was decided and what was built.
 *
 * `project.json` names the inputs in their order; they stand as `inputs/1` …, for their own names may be anything.
 */
import { zipSync, type Zippable } from "fflate";
import { UsageError } from "../../../src/lib/errors.ts";
import { chooseInArchive } from "../../../src/unpack/archive.ts";
import { concatBytes } from "../../../src/lib/bytes.ts";
import type { BuiltFiles, Job, NamedFile, ProjectParts, Say } from "./messages.ts";
import { listBlob } from "./zip-list.ts";

const KIND = "paperweave-project/1";

interface ProjectRecord {
  readonly kind: typeof KIND;
  readonly name: string;
  readonly papers: number;
  readonly inputs: readonly string[];
}

export async function packJob({ parts }: Extract<Job, { readonly kind: "pack" }>, say: Say): Promise<void> {
  const { name, papers, inputs, decisions, decided, built } = parts;
  const record: ProjectRecord = { kind: KIND, name, papers, inputs: inputs.map((input) => input.name) };
  const bytes = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
  const files: Zippable = {
    "project.json": text(`${JSON.stringify(record, null, 2)}\n`),
    "decisions.tsv": text(decisions),
    "decided.tsv": text(decided),
  };
  for (const [file, blob] of Object.entries<Blob>({ ...built })) files[file] = await bytes(blob);
  for (const [i, { blob }] of inputs.entries()) files[`inputs/${i + 1}`] = await bytes(blob);
  const packed = zipSync(files, { mtime: new Date(1980, 0, 1) });
  say({ kind: "file", name: `${name}.paperweave`, blob: new Blob([packed]) });
}

/** @throws UsageError for what is no project, or a damaged one */
export async function unpackJob({ file }: Extract<Job, { readonly kind: "unpack" }>, say: Say): Promise<void> {
  const everything = { isReadable: () => true, hint: "" };
  const { files } = await chooseInArchive(
    file.name,
    () => listBlob(file.blob),
    () => file.blob.size,
    everything,
  );
  const contents = new Map<string, Blob>();
  for (const entry of files) {
    const parts: Uint8Array[] = [];
    for await (const chunk of entry.bytes()) parts.push(chunk);
    contents.set(entry.file.slice(file.name.length + 1), new Blob([concatBytes(parts)]));
  }
  const take = (name: string): Blob => {
    const blob = contents.get(name);
    if (!blob) throw damaged(`it has no ${name}`);
    return blob;
  };
  const record = readRecord(await take("project.json").text());
  const built: BuiltFiles = {
    "graph.json": take("graph.json"),
    "ledger.tsv": take("ledger.tsv"),
    "run.json": take("run.json"),
  };
  const inputs = record.inputs.map((name, i): NamedFile => ({ name, blob: take(`inputs/${i + 1}`) }));
  const parts: ProjectParts = {
    name: record.name,
    papers: record.papers,
    inputs,
    decisions: await take("decisions.tsv").text(),
    decided: await take("decided.tsv").text(),
    built,
  };
  say({ kind: "project", parts });
}

function readRecord(json: string): ProjectRecord {
  let record: Partial<ProjectRecord>;
  try {
    record = JSON.parse(json) as Partial<ProjectRecord>;
  } catch (error) {
    throw damaged((error as Error).message);
  }
  const { kind, name, papers, inputs } = record;
  if (kind !== KIND) throw damaged(`its kind is not ${KIND}`);
  if (typeof name !== "string" || typeof papers !== "number" || !Array.isArray(inputs))
    throw damaged("it says too little");
  if (!inputs.every((input) => typeof input === "string")) throw damaged("its inputs have no names");
  return { kind, name, papers, inputs };
}

function damaged(fault: string): UsageError {
  return new UsageError(`this project file cannot be used: ${fault}`, "save the project again, or give the papers");
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
