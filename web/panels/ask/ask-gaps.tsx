/**
 * Methods and concepts that no paper has together: the best of the map as a list, and a matrix of chosen communities.
 */
import { useSignal, type Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { GapAnswer } from "../../../src/query/gaps.ts";
import type { MatrixCell } from "../../../src/query/gap-matrix.ts";
import { answerOf } from "../../data/ask.ts";
import { nameOf, type MapIndex } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { pair } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink, TargetLink } from "../parts/node-link.tsx";

const MAX_GAPS = 400;
/** Methods, and concepts, of the matrix. */
const SIDE = 7;

export function AskGaps() {
  const { index, selection } = useStore();
  const opened = selection.peek();
  const first = opened?.kind === "community" ? topLevelOf(index, opened.community) : undefined;
  const methodsOf = useSignal(first);
  const conceptsOf = useSignal(first);
  const gaps = answerOf(index, "gaps", { limit: MAX_GAPS });
  const listed = gaps?.filter(
    ({ method, concept }) => isInside(index, method, methodsOf.value) && isInside(index, concept, conceptsOf.value),
  );
  return (
    <>
      <div class="ask-choices">
        <CommunityChoice name={TEXTS.ask.methodsOf} chosen={methodsOf} />
        <CommunityChoice name={TEXTS.ask.conceptsOf} chosen={conceptsOf} />
      </div>
      <div class="ask-columns">
        <Matrix methodsOf={methodsOf.value} conceptsOf={conceptsOf.value} />
        <section>
          {!listed && <p role="status">{TEXTS.ask.working}</p>}
          {listed?.length === 0 && <p class="quiet">{TEXTS.ask.none}</p>}
          {listed && listed.length > 0 && (
            <MoreList
              key={`${methodsOf.value} ${conceptsOf.value}`}
              items={listed}
              first={20}
              className="plain-list gaps"
            >
              {(gap) => <Gap gap={gap} />}
            </MoreList>
          )}
        </section>
      </div>
    </>
  );
}

/** The community that the topic lies in, or the community itself. */
function topLevelOf(index: MapIndex, community: number): number {
  return index.communities.get(community)?.parent ?? community;
}

function isInside(index: MapIndex, node: number, community: number | undefined): boolean {
  return community === undefined || index.community[node] === community;
}

interface CommunityChoiceProps {
  readonly name: string;
  /** Undefined: the whole map. */
  readonly chosen: Signal<number | undefined>;
}

function CommunityChoice({ name, chosen }: CommunityChoiceProps) {
  const { index } = useStore();
  return (
    <label class="ask-choice">
      {name}
      <select
        value={chosen.value ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          chosen.value = value === "" ? undefined : Number(value);
        }}
      >
        <option value="">{TEXTS.ask.wholeMap}</option>
        {index.topLevel.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Gap({ gap }: { readonly gap: GapAnswer }) {
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

function Matrix({ methodsOf, conceptsOf }: Readonly<Record<"methodsOf" | "conceptsOf", number | undefined>>) {
  const { index } = useStore();
  const answer = answerOf(index, "gap-matrix", {
    side: SIDE,
    ...(methodsOf !== undefined && { methodsOf }),
    ...(conceptsOf !== undefined && { conceptsOf }),
  });
  // The former matrix stays until the new one is there: an empty moment would shift all that stands below.
  const last = useRef(answer);
  if (answer) last.current = answer;
  const matrix = last.current;
  if (!matrix) return <p role="status">{TEXTS.ask.working}</p>;
  if (matrix.rows.length === 0 || matrix.concepts.length === 0) return null;
  return (
    <section class="matrix-box" aria-busy={!answer}>
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
              {cells.map((cell, j) => (
                <Cell
                  key={matrix.concepts[j]}
                  ends={[matrix.methods[i]!, matrix.concepts[j]!]}
                  cell={cell}
                  full={cell.papers > 0 ? cell.papers / matrix.maxPapers : cell.score / matrix.maxScore}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly ends: readonly [method: number, concept: number];
  readonly cell: MatrixCell;
  /** 0…1: share of the largest number of papers, or of the largest score. */
  readonly full: number;
}

/** Full cells are shaded by papers, gaps ringed by their score. */
function Cell({ ends: [method, concept], cell: { papers, score }, full }: CellProps) {
  const { index } = useStore();
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
    <td class="gap" style={{ "--full": full.toFixed(2) }}>
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
