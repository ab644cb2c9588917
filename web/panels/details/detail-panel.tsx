/**
 * The panel that tells about the selection, with a way back and forward as in a browser.
 */
import { isVisible } from "../../../src/contract/paper-name.ts";
import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isPaper, nameOf, paperAt, shapeOf, termAt } from "../../data/map-index.ts";
import { markField } from "../../data/evidence.ts";
import { titleOf, useStore } from "../../state/store.ts";
import { askPath, setFilters, type Selection } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { BetweenDetail } from "./between-detail.tsx";
import { CommunityDetail } from "./community-detail.tsx";
import { Icon, ShapeIcon } from "../parts/icons.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { MarkedText } from "./marked-text.tsx";
import { Resizer } from "../rooms/resizer.tsx";
import { Swatch } from "../parts/node-link.tsx";
import { PairDetail } from "./pair-detail.tsx";
import { PathDetail } from "./path-detail.tsx";
import { PaperDetail } from "./paper-detail.tsx";
import { TermDetail } from "./term-detail.tsx";

export function DetailPanel() {
  const { index, selection, ready, trail, open } = useStore();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const tall = useSignal(false);
  const current = selection.value;

  useEffect(() => {
    panel.current?.querySelector(".scroll")?.scrollTo(0, 0);
    // What had the focus is gone with the former content.
    if (current && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [current, ready.value]);

  if (!current) return null;
  return (
    <aside ref={panel} data-covers class={`card detail${tall.value ? " tall" : ""}`} aria-label={TEXTS.panel.name}>
      <Resizer room="panel" />
      <div class="bar">
        <IconButton
          icon="back"
          label={TEXTS.panel.back}
          disabled={trail.value.back === 0}
          onClick={() => history.back()}
        />
        <IconButton
          icon="forward"
          label={TEXTS.panel.forward}
          disabled={trail.value.forward === 0}
          onClick={() => history.forward()}
        />
        <span class="spring" />
        <button
          type="button"
          class="icon-button phone-only"
          aria-label={tall.value ? TEXTS.panel.shrink : TEXTS.panel.expand}
          onClick={() => (tall.value = !tall.value)}
        >
          <Icon name={tall.value ? "down" : "up"} />
        </button>
        {current.kind === "node" && !isPaper(index, current.node) && <PathButton node={current.node} />}
        {current.kind === "node" && <AroundButton node={current.node} />}
        <IconButton icon="target" label={TEXTS.panel.fly} onClick={() => open(current, "fly")} />
        <IconButton icon="close" label={TEXTS.panel.close} onClick={() => open(undefined)} />
      </div>
      <div class="scroll" tabIndex={-1}>
        {ready.value ? (
          <Content current={current} heading={heading} />
        ) : (
          <Waiting current={current} heading={heading} />
        )}
      </div>
    </aside>
  );
}

/** The next term opened is the other end of a path. */
function PathButton({ node }: { readonly node: number }) {
  const { state, update } = useStore();
  return (
    <IconButton
      icon="path"
      label={TEXTS.path.from}
      pressed={state.value.pathFrom === node}
      onClick={() => {
        update((current) => askPath(current, node));
        // The other end is looked for by name or pointed at: who types finds the words in the search.
        if (state.value.pathFrom === node) document.getElementById("search")?.focus();
      }}
    />
  );
}

/** Leaves only the node and its neighbours on the map; again: brings the rest back. */
function AroundButton({ node }: { readonly node: number }) {
  const { filters, update } = useStore();
  const on = filters.value.around === node;
  return (
    <IconButton
      icon="filter"
      label={TEXTS.filters.onlyAround}
      pressed={on}
      onClick={() => update((state) => setFilters(state, { around: on ? undefined : node }))}
    />
  );
}

interface ContentProps {
  readonly current: Selection;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Until the document has been read: what it is called. */
function Waiting({ current, heading }: ContentProps) {
  const { index, read } = useStore();
  useEffect(() => {
    // The page shows the fault where it began to read (web/main.tsx).
    read().catch(() => undefined);
  }, []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} class={current.kind === "community" ? undefined : "paper-title"}>
        {titleOf(index, current)}
      </h2>
      <p class="quiet" role="status">
        {TEXTS.load.loading}
      </p>
    </>
  );
}

function Content({ current, heading }: ContentProps) {
  const { index } = useStore();
  if (current.kind === "community") {
    const community = index.communities.get(current.community);
    if (!community) return null;
    return (
      <>
        <p class="kind">
          <Swatch color={community.color} />{" "}
          {community.parent === undefined ? TEXTS.panel.community : TEXTS.panel.topic}
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {community.label}
        </h2>
        <CommunityDetail key={community.id} community={community} />
      </>
    );
  }
  if (current.kind === "between") {
    return (
      <>
        <p class="kind">{TEXTS.between.kind}</p>
        <h2 ref={heading} tabIndex={-1} class="paper-title">
          {titleOf(index, current)}
        </h2>
        <BetweenDetail key={`${current.a} ${current.b}`} a={current.a} b={current.b} />
      </>
    );
  }
  if (current.kind === "pair") {
    return (
      <>
        <p class="kind">{TEXTS.panel.pairKind}</p>
        <h2 ref={heading} tabIndex={-1} class="paper-title">
          {titleOf(index, current)}
        </h2>
        <PairDetail key={`${current.a} ${current.b}`} a={current.a} b={current.b} />
      </>
    );
  }
  if (current.kind === "path") {
    return (
      <>
        <p class="kind">{TEXTS.path.kind}</p>
        <h2 ref={heading} tabIndex={-1} class="paper-title">
          {titleOf(index, current)}
        </h2>
        <PathDetail key={`${current.from} ${current.to}`} from={current.from} to={current.to} />
      </>
    );
  }
  const node = current.node;
  const paper = paperAt(index, node);
  const term = termAt(index, node);
  const shape = shapeOf(index, node);
  return (
    <>
      <p class={`kind kind-${shape}`}>
        <ShapeIcon shape={shape} /> {TEXTS.shape(shape)}
      </p>
      <h2 ref={heading} tabIndex={-1} class={paper ? "paper-title" : undefined}>
        {paper && isVisible(paper.title) ? (
          <MarkedText parts={markField(index, node, paper, "title")} />
        ) : (
          nameOf(index, node)
        )}
      </h2>
      {paper ? (
        <PaperDetail key={node} node={node} paper={paper} />
      ) : (
        term && <TermDetail key={node} node={node} term={term} />
      )}
    </>
  );
}
