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
  { from: /^src\/domain\//, may: /^src\/(domain|contract)\//, because: "The vocabulary knows no stage." },
  {
    from: /^src\/lib\//,
    may: /^src\/lib\//,
    because: "Helpers know nothing of papers; put it in src/domain or in a stage.",
  },
  { from: /^src\/ingest\//, may: /^src\/(ingest|domain|lib)\//, because: STAGE },
  { from: /^src\/extract\//, may: /^src\/(extract|domain|contract|lib)\//, because: STAGE },
  { from: /^src\/graph\//, may: /^src\/(graph|domain|contract|lib)\//, because: STAGE },
  {
    from: /^src\/export\//,
    may: /^src\/(export|contract|lib)\//,
    because: "Exporters read the document only, so that a saved graph.json exports like a fresh one.",
  },
  {
    from: /^src\/query\//,
    may: /^src\/(query|contract|lib)\//,
    because: "Answers come from the document only, in the viewer as on the command line.",
  },
  {
    from: /^src\/explain\//,
    may: /^src\/(explain|contract|lib)\//,
    because: "The trail is read from what a build wrote, not from the stages.",
  },
  {
    from: /^src\/(pipeline|config)\.ts$/,
    may: /^src\/(config\.ts|(ingest|extract|graph|query|domain|contract|lib)\/)/,
    because: "The spine joins the stages; it does no I/O and knows no command.",
  },
  {
    from: /^src\/io\//,
    may: /^src\/(io|domain|contract|lib|export|extract\/resources\.ts)/,
    because: "I/O moves texts and bytes; what they mean is the stages' business.",
  },
  {
    from: /^src\/workers\//,
    may: /^src\/(workers|extract|io|domain)\//,
    because: "A thread runs one stage's work somewhere else; it decides nothing.",
  },
  { from: /^src\/(index\.ts|cli\/|dev\/)/, may: /^src\//, because: "" },
  {
    from: /^web\//,
    may: /^(web|src\/(contract|explain|export|query|lib))\//,
    because: "The viewer is loaded in a browser: the pipeline (and compromise) must not be pulled in.",
  },
];

/** Packages that only one place may import, and why. */
const PACKAGES: readonly { readonly name: RegExp; readonly only: RegExp; readonly because: string }[] = [
  {
    name: /^compromise/,
    only: /^src\/(extract\/text\/nlp|dev\/bench)\.ts$/,
    because: "one file hides compromise behind our own token type",
  },
  {
    name: /^graphology/,
    only: /^(web|test)\//,
    because: "the graph stage keeps graphs in flat columns; graphology is the viewer's, and what tests compare with",
  },
  { name: /^pure-rand/, only: /^src\/lib\/random\.ts$/, because: "one file makes randomness" },
  { name: /^(commander|open)$/, only: /^src\/cli\//, because: "the command line is one of several ways in" },
  {
    name: /^(sigma|preact|@preact|@sigma)/,
    only: /^(web|test)\//,
    because: "the viewer's libraries stay in the viewer",
  },
  { name: /^node:/, only: /^(src\/(io|cli|dev|workers)\/|test\/|web\/vite)/, because: "I/O belongs to the edge" },
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
    return { file, target: relative(ROOT, join(ROOT, dirname(file), target)), isLocal: true };
  });
}

const imports = [...sourceFiles("src"), ...sourceFiles("web")].flatMap(importsOf);

describe("who may import whom", () => {
  it("sees the imports", () => {
    expect(imports).toContainEqual({ file: "src/pipeline.ts", target: "src/ingest/ingest.ts", isLocal: true });
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
});
