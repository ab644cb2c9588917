import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest.ts";
import { hasShared, seedSources } from "./shared.ts";

describe.skipIf(!hasShared)("the five real documents", async () => {
  const sources = hasShared ? seedSources() : [];
  const all = (await ingest(sources, { dedupe: false })).value;

  it("hold 872 records, 841 papers", async () => {
    expect(all.report.files.map(({ records }) => records)).toEqual([53, 35, 73, 290, 421]);
    expect(all.papers).toHaveLength(872);
    expect((await ingest(sources, { dedupe: true })).value.papers).toHaveLength(841);
  });

  it("lose no line and glue none: titles, abstracts and details together are the page", () => {
    for (const { file, text } of sources) {
      const records = all.papers.filter(({ source }) => source.file === file);
      const read = new Set(records.flatMap(({ title, abstract = "" }) => [title, ...abstract.split("\n")]));
      const unread = (text as string).split("\n").filter((line) => {
        const trimmed = line.trim();
        return trimmed !== "" && !read.has(trimmed) && !read.has(trimmed.replace(/^Subscribe/, ""));
      });
      const furniture =
        /^(new|Subscribe|Daily Papers|byAK and.*|Get trending.*|\s*• \d+ authors|·|[A-Z][a-z]{2} \d{1,2}(, \d{4})?( \d+)?)$/;
      const organizations = /^\S+ \S+$/;
      expect(unread.filter((line) => !furniture.test(line) && !organizations.test(line))).toEqual([]);
    }
  });

  it("give every paper an abstract and no title of two", () => {
    expect(all.papers.filter(({ abstract = "" }) => abstract.length < 400).map(({ title }) => title)).toEqual([]);
    expect(all.papers.filter(({ title }) => title.length < 10 || title.length > 200)).toEqual([]);
    expect(all.papers.filter(({ title }) => /Subscribe|authors$/.test(title))).toEqual([]);
  });

  it("keep details where the pages have them", () => {
    const firstPage = all.papers.filter(({ source }) => source.file.startsWith("000"));
    expect(
      firstPage.filter((paper) => paper.author_count !== undefined || paper.organization !== undefined),
    ).toHaveLength(52);
    expect(firstPage.filter((paper) => paper.date_inferred)).toHaveLength(21);
    expect(firstPage.flatMap((paper) => paper.organization ?? [])).toEqual(["Apple", "Gensyn"]);
  });
});
