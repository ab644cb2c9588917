/**
 * A paper or term as a link: the mouse over it lights it on the map, a click opens it.
 */
import type { ComponentChildren } from "preact";
import { nameOf, shapeOf } from "../../data/map-index.ts";
import { readable, toHex } from "../../lib/color.ts";
import { writeLink } from "../../state/permalink.ts";
import { useStore } from "../../state/store.ts";
import { hover, NO_FILTERS, pair, type Selection } from "../../state/view-state.ts";
import { TEXTS } from "../../texts.ts";
import { ShapeIcon } from "./icons.tsx";

export function NodeLink({ node, note }: { readonly node: number; readonly note?: ComponentChildren }) {
  const { index, colorOf, scheme } = useStore();
  const color = toHex(readable(colorOf.value(node), scheme.value));
  return (
    <TargetLink target={{ kind: "node", node }} className="node-link">
      <ShapeIcon shape={shapeOf(index, node)} color={color} />
      <span class="name">{nameOf(index, node)}</span>
      {note !== undefined && <span class="note">{note}</span>}
    </TargetLink>
  );
}

export function CommunityLink({ community }: { readonly community: number }) {
  const { index } = useStore();
  const entry = index.communities.get(community);
  if (!entry) return null;
  return (
    <TargetLink target={{ kind: "community", community }} className="community-link">
      <Swatch color={entry.color} />
      <span class="name">{entry.label}</span>
    </TargetLink>
  );
}

export function Swatch({ color }: { readonly color: string }) {
  return <span class="swatch" style={{ backgroundColor: color }} aria-hidden="true" />;
}

interface TargetLinkProps {
  readonly target: Selection;
  readonly className: string;
  readonly label?: string;
  readonly children: ComponentChildren;
}

export function TargetLink({ target, className, label, children }: TargetLinkProps) {
  const { index, open, update } = useStore();
  const light = (on: boolean) => () => update((state) => hover(state, on ? target : undefined));
  return (
    <a
      class={className}
      aria-label={label}
      href={`#${writeLink(index, { selection: target, filters: NO_FILTERS })}`}
      onMouseEnter={light(true)}
      onMouseLeave={light(false)}
      onFocus={light(true)}
      onBlur={light(false)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(target);
      }}
    >
      {children}
    </a>
  );
}

/** Opens the sentences behind the edge between two nodes. */
export function WhyLink({ a, b }: { readonly a: number; readonly b: number }) {
  const { index } = useStore();
  return (
    <TargetLink target={pair(a, b)} className="why" label={TEXTS.panel.whyLabel(nameOf(index, a), nameOf(index, b))}>
      {TEXTS.panel.why}
    </TargetLink>
  );
}
