/**
 * The state of the page that makes maps, and what may be done with it. What stands is only replaced by a map that is
 * ready: a build that fails or is cancelled changes nothing.
 */
import { signal } from "@preact/signals";
import { MAKER_TEXTS } from "../texts/maker.ts";
import { bringsRecords, DECISIONS_FILE, projectName, PROJECT_FILE, withFiles } from "./attempt.ts";
import { carriedFiles, samplePages } from "./carried.ts";
import type { Given } from "./dropped-files.ts";
import { FileBox } from "./file-box.ts";
import { fileOfJob, type RunningJob, startJob } from "./jobs.ts";
import { type Busy, type Fault, partsOf, type Phase, type Project, type ReadReport, type Shown } from "./project.ts";
import { forgetProject, keepProject, listProjects, type StoredProject } from "./project-store.ts";
import type { Job, NamedFile, ProjectParts, Word } from "./work/messages.ts";

/** A map in making. */
interface Attempt {
  readonly project: Omit<Project, "files" | "papers">;
  readonly files: FileBox;
  /** What was given last; undefined where nothing was. */
  readonly added: Given | undefined;
  /** Whether its map is shown; what is heard after that are its files. */
  isShown: boolean;
}

export class Workshop {
  readonly phase = signal<Phase>("empty");
  readonly busy = signal<Busy | undefined>(undefined);
  readonly read = signal<ReadReport | undefined>(undefined);
  readonly fault = signal<Fault | undefined>(undefined);
  readonly shown = signal<Shown | undefined>(undefined);
  /** Whether the browser keeps what is shown; undefined: it is not known yet. */
  readonly kept = signal<boolean | undefined>(undefined);
  readonly stored = signal<readonly StoredProject[]>([]);
  /** Something that is to be said once, beside a map that stays. */
  readonly note = signal<string | undefined>(undefined);
  #running: RunningJob | undefined;
  #attempt: Attempt | undefined;
  /** Of the map that stands: what a failed attempt leaves in its place again. */
  #standing: ReadReport | undefined;

  constructor() {
    void this.#list();
  }

  /** Papers, decisions or a saved project. Papers join those that are there. */
  async add({ files, problems }: Given): Promise<void> {
    const saved = files.find(({ name }) => PROJECT_FILE.test(name));
    if (saved) {
      this.#openFile(saved);
      return;
    }
    const ofDecisions = files.filter(({ name }) => name.split("/").at(-1) === DECISIONS_FILE);
    const papers = files.filter((file) => !ofDecisions.includes(file));
    const texts = await Promise.all(ofDecisions.map(({ blob }) => blob.text().catch(() => "")));
    const before = this.#attempt?.project ?? this.shown.value?.project;
    if (papers.length === 0 && (!before || texts.length === 0)) {
      this.read.value = { problems };
      const [first] = problems;
      const hint = first?.hint;
      this.#fail({ message: first?.message ?? MAKER_TEXTS.nothingNew, ...(hint !== undefined && { hint }) });
      return;
    }
    const decisions = [before?.decisions ?? "", ...texts].filter((text) => text.trim() !== "").join("\n");
    this.#build(
      withFiles(before?.inputs ?? [], papers),
      decisions,
      papers.length > 0 ? { files: papers, problems } : undefined,
    );
  }

  async addSample(): Promise<void> {
    try {
      const pages = await samplePages();
      const files = pages.map(({ name, blob }) => ({ name: `${MAKER_TEXTS.sampleName}/${name}`, blob }));
      await this.add({ files, problems: [] });
    } catch (error) {
      this.#fail({ message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** @param decisions text of decisions.tsv; the map is not built anew for it */
  decide(decisions: string): void {
    const current = this.shown.value;
    if (!current) return;
    const project = { ...current.project, decisions };
    this.shown.value = { ...current, project };
    // While the files are still being written they are not all there to be kept.
    if (!this.#running) void this.#keep(project);
  }

  rebuild(): void {
    const project = this.shown.value?.project;
    if (project) this.#build(project.inputs, project.decisions, undefined);
  }

  cancel(): void {
    this.read.value = this.#standing;
    this.#rest();
    this.note.value = this.shown.value ? MAKER_TEXTS.cancelled : undefined;
  }

  /** Back to the map that stands, or to the beginning. */
  dismiss(): void {
    this.fault.value = this.note.value = undefined;
    if (this.phase.value !== "failed") return;
    this.read.value = this.#standing;
    this.#rest();
  }

  startNew(): void {
    this.shown.value = this.read.value = this.note.value = this.fault.value = undefined;
    this.#standing = undefined;
    this.#rest();
  }

  openStored(project: StoredProject): void {
    this.#open(project, project.id);
  }

  async forget(project: StoredProject): Promise<void> {
    await forgetProject(project.id);
    await this.#list();
  }

  /** A file of the build whose map is shown. @throws Error where there is none, or none of this name */
  async file(name: string): Promise<Blob> {
    if (!this.shown.value) throw new Error("no map has been made yet");
    return this.shown.value.project.files.get(name);
  }

  async exportAs(format: string): Promise<NamedFile> {
    const graph = await this.file("graph.json");
    return fileOfJob(async () => ({ kind: "export", graph, format, carried: await carriedFiles() }));
  }

  async packProject(): Promise<NamedFile> {
    const parts = await partsOf(this.shown.value!.project);
    return fileOfJob(() => Promise.resolve({ kind: "pack", parts }));
  }

  #build(inputs: readonly NamedFile[], decisions: string, added: Given | undefined): void {
    const before = this.shown.value?.project;
    const name = before?.name ?? projectName(inputs);
    const job = async (): Promise<Job> => ({
      kind: "build",
      inputs,
      decisions,
      ...(before && { previous: await before.files.get("graph.json") }),
      carried: await carriedFiles(),
    });
    this.#start(job, { id: before?.id, name, inputs, decisions, decided: decisions }, added);
  }

  #open(parts: ProjectParts, id: number | undefined): void {
    const { name, inputs, decisions, decided, built } = parts;
    this.read.value = undefined;
    const job = async (): Promise<Job> => ({ kind: "open", built, carried: await carriedFiles() });
    this.#start(job, { id, name, inputs, decisions, decided }, undefined);
  }

  #openFile(file: NamedFile): void {
    this.#begin("opening");
    this.#running = startJob(
      () => Promise.resolve({ kind: "unpack", file }),
      (word) => {
        if (word.kind === "project") this.#open(word.parts, undefined);
        else if (word.kind === "failed") this.#fail(word);
      },
    );
  }

  #start(job: () => Promise<Job>, project: Attempt["project"], added: Given | undefined): void {
    this.#begin("reading");
    const attempt = { project, files: new FileBox(), added, isShown: false };
    this.#attempt = attempt;
    this.#running = startJob(job, (word) => this.#hear(attempt, word));
  }

  #hear(attempt: Attempt, word: Word): void {
    if (word.kind === "file") attempt.files.put(word.name, word.blob);
    else if (word.kind === "read") this.#tellRead(attempt, word);
    else if (word.kind === "map") this.#show(attempt, word.map);
    else if (word.kind === "progress" && !attempt.isShown) this.busy.value = word;
    else if (word.kind === "done" || word.kind === "failed") this.#end(attempt, word);
  }

  /** New files that bring nothing are told of, and the map stays as it is. */
  #tellRead({ added }: Attempt, { report, problems }: Extract<Word, { readonly kind: "read" }>): void {
    this.read.value = { report, problems: [...(added?.problems ?? []), ...problems] };
    this.phase.value = "building";
    const isEmpty = this.shown.value && added && !bringsRecords(report, this.#namesOf(added.files));
    if (!isEmpty) return;
    this.#rest();
    this.note.value = MAKER_TEXTS.nothingNew;
  }

  /** The names under which files stand among the inputs. */
  #namesOf(files: readonly NamedFile[]): string[] {
    const blobs = new Set(files.map(({ blob }) => blob));
    return (this.#attempt?.project.inputs ?? []).filter(({ blob }) => blobs.has(blob)).map(({ name }) => name);
  }

  #show(attempt: Attempt, map: Shown["map"]): void {
    attempt.isShown = true;
    this.#attempt = undefined;
    this.#standing = this.read.value;
    this.kept.value = this.busy.value = undefined;
    this.shown.value = { map, project: { ...attempt.project, files: attempt.files, papers: map.texts.papers } };
    if (this.#standing?.problems.some(({ severity }) => severity === "error")) this.note.value = MAKER_TEXTS.someUnread;
    this.phase.value = "ready";
  }

  #end(attempt: Attempt, word: Extract<Word, { readonly kind: "done" | "failed" }>): void {
    this.#running = undefined;
    // Whoever asks for a file of another name learns that there is none.
    attempt.files.close(new Error(word.kind === "failed" ? word.message : "the build has no such file"));
    if (word.kind === "failed" && !attempt.isShown) this.#fail(word);
    const project = this.shown.value?.project;
    if (word.kind === "done" && project?.files === attempt.files) void this.#keep(project);
  }

  async #keep(project: Project): Promise<void> {
    const id = await keepProject(await partsOf(project), project.id);
    const current = this.shown.value;
    if (current?.project.files !== project.files) return;
    this.shown.value = { ...current, project: { ...current.project, id } };
    this.kept.value = id !== undefined;
    await this.#list();
  }

  async #list(): Promise<void> {
    this.stored.value = await listProjects();
  }

  #begin(step: string): void {
    this.#running?.cancel();
    this.#attempt = this.fault.value = this.note.value = undefined;
    this.busy.value = { step, done: 0, total: 0 };
    this.phase.value = "reading";
  }

  #rest(): void {
    this.#stop();
    this.phase.value = this.shown.value ? "ready" : "empty";
  }

  #fail(fault: Fault): void {
    this.#stop();
    this.fault.value = fault;
    this.phase.value = "failed";
  }

  #stop(): void {
    this.#running?.cancel();
    this.#running = this.#attempt = this.busy.value = undefined;
  }
}
