/**
 * What became of the files: records and papers of each, and remarks with file and line.
 */
import type { Problem } from "../../../src/contract/problem.ts";
import type { FileCounts } from "../../../src/ingest.ts";
import { MAKER_TEXTS } from "../../texts/maker.ts";
import type { ReadReport } from "../project.ts";

const MOST_FILES = 12;
const MOST_PROBLEMS = 20;

export function ReadReportView({ read: { report, problems } }: { readonly read: ReadReport }) {
  return (
    <section class="read-report" aria-label={MAKER_TEXTS.report}>
      {report && (
        <>
          <h2>{MAKER_TEXTS.reportLine(report.records, report.papers, report.duplicates)}</h2>
          <Files files={report.files} />
        </>
      )}
      <Problems problems={problems} />
    </section>
  );
}

function Files({ files }: { readonly files: readonly FileCounts[] }) {
  const shown = files.slice(0, MOST_FILES);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{MAKER_TEXTS.file}</th>
          <th scope="col">{MAKER_TEXTS.format}</th>
          <th scope="col" class="number">
            {MAKER_TEXTS.records}
          </th>
          <th scope="col" class="number">
            {MAKER_TEXTS.kept}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ file, format, records, kept }) => (
          <tr key={file}>
            <td>{file}</td>
            <td>{format}</td>
            <td class="number">{records}</td>
            <td class="number">{kept}</td>
          </tr>
        ))}
        {shown.length < files.length && (
          <tr>
            <td colSpan={4}>{MAKER_TEXTS.moreFiles(files.length - shown.length)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const worst = [...problems].sort((a, b) => rank(a) - rank(b));
  const shown = worst.slice(0, MOST_PROBLEMS);
  if (shown.length === 0) return null;
  return (
    <ul class="problems">
      {shown.map(({ severity, message, hint, where }, i) => (
        <li key={i} data-severity={severity}>
          {where && (
            <b>
              {where.file}
              {where.line > 1 && `:${where.line}`}
            </b>
          )}{" "}
          {message}
          {hint !== undefined && severity === "error" && <span class="quiet"> — {hint}</span>}
        </li>
      ))}
      {shown.length < problems.length && <li>{MAKER_TEXTS.moreProblems(problems.length - shown.length)}</li>}
    </ul>
  );
}

function rank({ severity }: Problem): number {
  return ["error", "warning", "info"].indexOf(severity);
}
