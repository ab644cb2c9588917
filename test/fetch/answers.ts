/**
 * Answers in the shape of each service, with papers of our own.
 */

export interface Made {
  readonly n: number;
  readonly title: string;
  readonly abstract: string;
}

const SUBJECTS = [
  ["sparse attention for long documents", "We propose sparse attention, which reads long documents in linear time."],
  ["curriculum learning for speech", "Curriculum learning orders utterances by noise, which helps speech recognition."],
  ["graph pooling for molecules", "Graph pooling keeps functional groups together in molecular property prediction."],
];

/** The n-th paper, from 0 on. */
function paper(n: number): Made {
  const [title = "", abstract = ""] = SUBJECTS[n % SUBJECTS.length]!;
  return { n, title: `Study ${n}: ${title}`, abstract: `${abstract} This is study ${n} of the series.` };
}

export const papers = (from: number, to: number): Made[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => paper(from + i));

const arxivId = (n: number): string => `2405.${String(10_000 + n)}`;

export function arxivFeed(list: readonly Made[], total: number): string {
  const entries = list.map(
    ({ n, title, abstract }) =>
      `<entry><id>http://arxiv.org/abs/${arxivId(n)}v1</id><title>${title}</title><summary>${abstract}</summary>` +
      `<published>2024-05-0${1 + (n % 9)}T10:00:00Z</published><author><name>Ada Novak</name></author></entry>`,
  );
  return (
    `<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">` +
    `<title>arXiv Query</title><opensearch:totalResults>${total}</opensearch:totalResults>${entries.join("\n")}</feed>\n`
  );
}

export function arxivRefusal(summary: string): string {
  return arxivFeed([], 1).replace(
    "</feed>",
    `<entry><id>https://arxiv.org/api/errors#some</id><title>Error</title><summary>${summary}</summary></entry></feed>`,
  );
}

function inverted(text: string): Record<string, number[]> {
  const index: Record<string, number[]> = {};
  text.split(" ").forEach((word, i) => (index[word] = [...(index[word] ?? []), i]));
  return index;
}

export function openalexAnswer(list: readonly Made[], count: number, next?: string): string {
  const results = list.map(({ n, title, abstract }) => ({
    id: `https://openalex.org/W${9000 + n}`,
    title,
    publication_date: "2024-05-01",
    authorships: [{ author: { display_name: "Ada Novak" } }],
    abstract_inverted_index: inverted(abstract),
  }));
  return JSON.stringify({ meta: { count, per_page: 100, next_cursor: next ?? null }, results });
}

export function europepmcAnswer(list: readonly Made[], hitCount: number, next?: string): string {
  const result = list.map(({ n, title, abstract }) => ({
    id: String(38_000_000 + n),
    source: "MED",
    pmid: String(38_000_000 + n),
    title,
    abstractText: abstract,
    authorString: "Novak A.",
    firstPublicationDate: "2024-05-01",
  }));
  return JSON.stringify({
    version: "6.9",
    hitCount,
    ...(next !== undefined && { nextCursorMark: next }),
    resultList: { result },
  });
}

export function dailyAnswer(list: readonly Made[]): string {
  const entries = list.map(({ n, title, abstract }) => ({
    paper: {
      id: arxivId(n),
      title,
      summary: abstract,
      authors: [{ name: "Ada Novak" }],
      publishedAt: "2024-05-01T00:00:00.000Z",
    },
    title,
  }));
  return JSON.stringify(entries);
}
