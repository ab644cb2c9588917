/**
 * Methods and concepts that no paper has together: the best of the map as a list, those of a community as a matrix.
 */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { gapMatrix, type MatrixCell } from "../data/gap-matrix.ts";
import { nameOf } from "../data/map-index.ts";
import { gapRows, type GapRow } from "../data/questions.ts";
import { useStore } from "../state/store.ts";
import { pair } from "../state/view-state.ts";
import { TEXTS } from "../texts.ts";
import { MoreList } from "./more-list.tsx";
import { NodeLink, TargetLink } from "./node-link.tsx";
import { useAnswer } from "./use-answer.ts";

/** Methods, and concepts, of the matrix. */
const SIDE = 7;

export function AskGaps() {
  const { index, selection } = useStore();
  const first = selection.peek()?.kind === "community" ? (selection.peek() as { community: number }).community : -1;
  const community = useSignal(first);
  const gaps = useAnswer(index, gapRows);
  const chosen = community.value;
  const inside = (node: number) => chosen < 0 || index.community[node] === chosen;
  const listed = gaps?.filter(({ method, concept }) => inside(method) || inside(concept));
  return (
    <>
      <label class="ask-choice">
        {TEXTS.ask.within}
        <select value={chosen} onChange={(event) => (community.value = Number(event.currentTarget.value))}>
          <option value={-1}>{TEXTS.ask.wholeMap}</option>
          {index.topLevel.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div class="ask-columns">
        {chosen >= 0 && <Matrix community={chosen} />}
        <section>
          {!listed && <p role="status">{TEXTS.ask.working}</p>}
          {listed?.length === 0 && <p class="quiet">{TEXTS.ask.none}</p>}
          {listed && listed.length > 0 && (
            <MoreList key={chosen} items={listed} first={20} className="plain-list gaps">
              {(gap) => <Gap gap={gap} />}
            </MoreList>
          )}
        </section>
      </div>
    </>
  );
}

function Gap({ gap }: { readonly gap: GapRow }) {
  const { index } = useStore();
  const { method, concept } = gap;
  const names = [nameOf(index, method), nameOf(index, concept)] as const;
  return (
    <>
      <div class="gap-ends">
        <NodeLink node={method} />
        <span aria-hidden="true">×</span>
        <NodeLink node={concept} />
        <TargetLink
          target={{ kind: "path", from: method, to: concept }}
          className="why"
          label={TEXTS.ask.showGap(...names)}
        >
          {TEXTS.ask.show}
        </TargetLink>
        <span class="number">{gap.score.toFixed(1)}</span>
      </div>
      <details>
        <summary>
          {TEXTS.ask.via} {gap.via.map((node) => nameOf(index, node)).join(", ")}
        </summary>
        <div class="ask-columns">
          <PapersNear title={TEXTS.ask.nearest(...names)} papers={gap.methodPapers} />
          <PapersNear title={TEXTS.ask.nearest(names[1], names[0])} papers={gap.conceptPapers} />
        </div>
        <ul class="plain-list">
          {gap.via.map((node) => (
            <li key={node}>
              <NodeLink node={node} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function PapersNear({ title, papers }: { readonly title: string; readonly papers: readonly number[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul class="plain-list">
        {papers.map((node) => (
          <li key={node}>
            <NodeLink node={node} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Matrix({ community }: { readonly community: number }) {
  const { index } = useStore();
  const matrix = useMemo(() => gapMatrix(index, community, SIDE), [index, community]);
  if (matrix.rows.length === 0 || matrix.concepts.length === 0) return null;
  return (
    <section class="matrix-box">
      <table class="matrix">
        <caption>{TEXTS.ask.matrix}</caption>
        <thead>
          <tr>
            <td />
            {matrix.concepts.map((concept) => (
              <th key={concept} scope="col">
                <NodeLink node={concept} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((cells, i) => (
            <tr key={matrix.methods[i]}>
              <th scope="row">
                <NodeLink node={matrix.methods[i]!} />
              </th>
              {cells.map((cell) => (
                <Cell key={cell.concept} cell={cell} full={cell.papers / matrix.mostPapers} most={matrix.mostScore} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Full cells are shaded by papers, empty ones ringed by their score. */
function Cell({ cell, full, most }: { readonly cell: MatrixCell; readonly full: number; readonly most: number }) {
  const { index } = useStore();
  const { method, concept, papers, score } = cell;
  const names = [nameOf(index, method), nameOf(index, concept)] as const;
  if (papers > 0)
    return (
      <td class="full" style={{ "--full": full.toFixed(2) }}>
        <TargetLink target={pair(method, concept)} className="cell" label={TEXTS.ask.cellPapers(...names, papers)}>
          {papers}
        </TargetLink>
      </td>
    );
  if (score === 0) return <td class="bare">·</td>;
  return (
    <td class="gap" style={{ "--full": (score / most).toFixed(2) }}>
      <TargetLink
        target={{ kind: "path", from: method, to: concept }}
        className="cell"
        label={TEXTS.ask.cellGap(...names, score.toFixed(1))}
      >
        {score.toFixed(1)}
      </TargetLink>
    </td>
  );
}
