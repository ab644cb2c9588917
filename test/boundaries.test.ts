import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

interface Rule {
  /** Folder or file the rule speaks of. */
  readonly from: RegExp;
  /** What it may import of the project. */
  readonly may: RegExp;
  readonly because: string;
}

const STAGE =
  "Stages hand each other plain data through src/pipeline.ts; a stage that imports another cannot be read or tested alone.";

/** First match wins. Paths are relative to the project's root. */
const RULES: readonly Rule[] = [
  {
    from: /^src\/contract\//,
    may: /^src\/contract\//,
    because: "The contract is what others build on, the viewer in a browser among them: it builds on nothing.",
  },
  { from: /^src\/domain\//, may: /^src\/(domain|contract|lib)\//, because: "The vocabulary knows no stage." },
  {
    from: /^src\/lib\//,
    may: /^src\/lib\//,
    because: "Helpers know nothing of papers; put it in src/domain or in a stage.",
  },
  {
    from: /^src\/tables\//,
    may: /^src\/tables\//,
    because: "Tables hold columns of any stage; what a column means is the stage's business.",
  },
  {
    from: /^src\/unpack\//,
    may: /^src\/(unpack|domain|contract|lib)\//,
    because: "Bytes become texts in the same way in Node and in browsers; where they come from is the edge's business.",
  },
  { from: /^src\/read\//, may: /^src\/(read|domain|contract|lib)\//, because: STAGE },
  { from: /^src\/dedupe\//, may: /^src\/(dedupe|domain|contract|lib)\//, because: STAGE },
  {
    from: /^src\/fetch\//,
    may: /^src\/(fetch|read|domain|contract|lib)\//,
    because: "A source says what to ask and reads the answer by the readers of files; asking is done in src/io.",
  },
  { from: /^src\/extract\//, may: /^src\/(extract|tables|domain|contract|lib)\//, because: STAGE },
  { from: /^src\/graph\//, may: /^src\/(graph|tables|domain|contract|lib)\//, because: STAGE },
  {
    from: /^src\/export\//,
    may: /^src\/(export|contract|lib|tables)\//,
    because: "Exporters read the document only, so that a saved graph.json exports like a fresh one.",
  },
  {
    from: /^src\/query\//,
    may: /^src\/(query|contract|lib)\//,
    because: "Answers come from the document only, in the viewer as on the command line.",
  },
  {
    from: /^src\/(pipeline|ingest|ingest-stream|config|piece|record)\.ts$/,
    may: /^src\/((config|ingest)\.ts|(read|dedupe|extract|graph|query|domain|contract|lib|tables)\/)/,
    because: "The spine joins the stages; it does no I/O and knows no command.",
  },
  {
    from: /^src\/io\//,
    may: /^src\/(io|unpack|domain|contract|lib|export|extract\/resources\.ts)/,
    because: "I/O moves texts and bytes; what they mean is the stages' business.",
  },
  {
    from: /^src\/workers\//,
    may: /^src\/(workers|extract|graph|query|export|io|domain|contract|lib)\//,
    because: "A thread runs one stage's work somewhere else; it decides nothing.",
  },
  {
    from: /^src\/library\.ts$/,
    may: /^src\/((config|ingest|pipeline)\.ts|(read|dedupe|extract|graph|export|query|domain|contract|lib)\/)/,
    because: "It is bundled for browsers: nothing of it may lead to the disk.",
  },
  { from: /^src\/(index\.ts|cli\/|dev\/)/, may: /^src\//, because: "" },
  {
    from: /^web\/maker\/work\//,
    may: /^(web\/(maker|data)\/|src\/(?!(io|cli|dev)\/))/,
    because: "A worker of the page that makes maps runs the pipeline unchanged; it has no disk and no command line.",
  },
  {
    from: /^web\/maker\/vite\.config\.ts/,
    may: /^(web|src)\//,
    because: "",
  },
  {
    from: /^web\/maker\//,
    may: /^(web|src\/(contract|export|query|lib|unpack|ingest\.ts))(\/|$)/,
    because:
      "The page hands the work to its workers: the pipeline (and compromise) must not be pulled into its script.",
  },
  {
    from: /^web\//,
    may: /^(web|src\/(contract|export|query|lib))\//,
    because: "The viewer is loaded in a browser: the pipeline (and compromise) must not be pulled in.",
  },
];

/** Packages that only one place may import, and why. */
const PACKAGES: readonly { readonly name: RegExp; readonly only: RegExp; readonly because: string }[] = [
  {
    name: /^compromise/,
    only: /^src\/(extract\/text\/nlp|dev\/bench\/cost-of)\.ts$/,
    because: "one file hides compromise behind our own token type",
  },
  {
    name: /^graphology/,
    only: /^(src\/graph\/communities\/louvain\.ts|web\/|test\/)/,
    because: "one file is the door to graphology and Louvain: sorted insertion and seeded runs cannot be forgotten",
  },
  {
    name: /^(n3|hyparquet-writer)$/,
    only: /^(src\/export\/(rdf\/|tables\/write-parquet\.ts)|test\/)/,
    because: "libraries of one format are loaded when it is asked for, never by a build or the page",
  },
  { name: /^pure-rand/, only: /^src\/lib\/random\.ts$/, because: "one file makes randomness" },
  { name: /^(commander|open)$/, only: /^src\/cli\//, because: "the command line is one of several ways in" },
  {
    name: /^(sigma|preact|@preact|@sigma)/,
    only: /^(web|test)\//,
    because: "the viewer's libraries stay in the viewer",
  },
  {
    name: /^node:/,
    only: /^(src\/(io|cli|dev|workers)\/|test\/|web\/(maker\/)?vite|web\/style\/fonts\/faces\.ts)/,
    because: "I/O belongs to the edge",
  },
];

/**
 * Folders in which no import runs against the order of the list: the listing of the folder then reads like its work. A
 * file goes with the first pattern that it fits.
 */
const ORDERS: readonly { readonly folder: RegExp; readonly order: readonly RegExp[]; readonly because: string }[] = [
  {
    folder: /^src\/extract\//,
    order: [
      /^src\/extract\/(budget|config|types|decisions)\.ts$/,
      /^src\/extract\/text\//,
      /^src\/extract\/model\//,
      /^src\/extract\/resources\.ts$/,
      /^src\/extract\/tag\//,
      /^src\/extract\/choose\//,
      /^src\/extract\/group\//,
      /^src\/extract\/link\//,
      /^src\/extract\/terms\//,
      /^src\/extract\/relate\//,
      /^src\/extract\/shards\//,
      /^src\/extract\/sentences\//,
      /^src\/extract\/(results|definitions)\//,
      /^src\/extract\/statements\.ts$/,
      /^src\/extract\/extract\.ts$/,
    ],
    because:
      "Text is read, spans are tagged, chosen, grouped into forms, found wherever they stand, and made terms of, which papers relate; shards do it all.",
  },
  {
    folder: /^src\/graph\//,
    order: [
      /^src\/graph\/(config|types|corpus|edge-list|node-ids|last-build|log-likelihood|new-papers)\.ts$/,
      /^src\/graph\/(limits|title-pieces|vague-heads|fall-back|selected-corpus|select-terms)\.ts$/,
      /^src\/graph\/similarity\//,
      /^src\/graph\/communities\//,
      /^src\/graph\/edges\//,
      /^src\/graph\/names\//,
      /^src\/graph\/layout\//,
      /^src\/graph\/document\//,
      /^src\/graph\/(tasks|build)\.ts$/,
    ],
    because: "Papers are compared, grouped, linked, named, laid out, and written down; each step knows those before.",
  },
  {
    folder: /^web\//,
    order: [
      /^web\/style\/tokens\.ts$/,
      /^web\/lib\//,
      /^web\/texts/,
      /^web\/data\//,
      /^web\/decide\//,
      /^web\/state\//,
      /^web\/map\//,
      /^web\/export\//,
      /^web\/panels\//,
      /^web\/(style|main|vite\.config)/,
      /^web\/maker\/assets\//,
      /^web\/maker\/work\//,
      /^web\/maker\/[^/]+\.ts$/,
      /^web\/maker\/panels\//,
      /^web\/maker\/main\.tsx$/,
    ],
    because:
      "The state knows the map by an interface only (web/state/map-control.ts), the map knows no panel: another view beside the map finds its place.",
  },
];

interface Import {
  readonly file: string;
  /** A path relative to the root, or a package's name. */
  readonly target: string;
  readonly isLocal: boolean;
}

function sourceFiles(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = `${dir}/${entry.name}`;
    return entry.isDirectory() ? sourceFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, file), "utf8"), true, true);
  return importedFiles.map(({ fileName: target }) => {
    if (!target.startsWith(".")) return { file, target, isLocal: false };
    return { file, target: withoutQuery(relative(ROOT, join(ROOT, dirname(file), target))), isLocal: true };
  });
}

/** The target without `?worker&inline`, which tells the bundler how. */
const withoutQuery = (path: string) => path.replace(/\?.*$/, "");

const imports = [...sourceFiles("src"), ...sourceFiles("web")].flatMap(importsOf);

describe("who may import whom", () => {
  it("sees the imports", () => {
    expect(imports).toContainEqual({ file: "src/pipeline.ts", target: "src/ingest.ts", isLocal: true });
    expect(imports.some(({ target }) => target === "node:fs/promises")).toBe(true);
  });

  it("holds between the project's folders", () => {
    const broken = imports.flatMap(({ file, target, isLocal }) => {
      if (!isLocal || target === "package.json") return [];
      const rule = RULES.find(({ from }) => from.test(file));
      if (!rule) return [`${file}: no rule covers this folder; add one to test/boundaries.test.ts`];
      return rule.may.test(target) ? [] : [`${file} imports ${target}. ${rule.because}`];
    });
    expect(broken).toEqual([]);
  });

  it("keeps each library in its place", () => {
    const broken = imports.flatMap(({ file, target, isLocal }) => {
      if (isLocal) return [];
      const rule = PACKAGES.find(({ name }) => name.test(target));
      return rule && !rule.only.test(file) ? [`${file} imports ${target}: ${rule.because}`] : [];
    });
    expect(broken).toEqual([]);
  });

  it("runs in one direction inside a folder", () => {
    const broken = imports.flatMap(({ file, target, isLocal }) => {
      const rule = ORDERS.find(({ folder }) => folder.test(file));
      if (!isLocal || !rule?.folder.test(target)) return [];
      const [from, to] = [file, target].map((path) => rule.order.findIndex((pattern) => pattern.test(path)));
      if (from === -1 || to === -1)
        return [`${from === -1 ? file : target}: no place in the order of its folder; give it one in this file`];
      return to! > from! ? [`${file} imports ${target}, which comes after it. ${rule.because}`] : [];
    });
    expect(broken).toEqual([]);
  });

  it("has no circle, types included", () => {
    const targets = new Map<string, string[]>();
    for (const { file, target, isLocal } of imports)
      if (isLocal) targets.set(file, [...(targets.get(file) ?? []), target]);
    // Files that import nothing, or that nothing imports, lie on no circle; without them others are such files.
    const left = new Set(targets.keys());
    const leadsOn = (file: string) => targets.get(file)?.some((target) => left.has(target));
    const isReached = (file: string) => [...left].some((other) => targets.get(other)?.includes(file));
    const isFree = (file: string) => !leadsOn(file) || !isReached(file);
    for (let free = [...left].filter(isFree); free.length > 0; free = [...left].filter(isFree))
      for (const file of free) left.delete(file);
    const because = "Files in a circle can only be read, tested and moved together; put what both need into a third.";
    expect([...left].map((file) => `${file} is on a circle. ${because}`)).toEqual([]);
  });
});
