/**
 * A text with the words of terms marked in the colour of their type.
 */
import { useComputed } from "@preact/signals";
import type { TextPart } from "../../data/evidence.ts";
import { shapeOf } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TargetLink } from "../parts/node-link.tsx";

export function MarkedText({
  parts,
  linked = true,
}: {
  readonly parts: readonly TextPart[];
  readonly linked?: boolean;
}) {
  const { index } = useStore();
  return (
    <>
      {parts.map(({ text, term }, i) => {
        if (term === undefined) return text;
        const className = `mark mark-${shapeOf(index, term)}`;
        return linked ? (
          <LinkedMark key={i} node={term} className={className} text={text} />
        ) : (
          <mark key={i} class={className}>
            {text}
          </mark>
        );
      })}
    </>
  );
}

/** Sentences, one under the other. */
export function Quotes({ list }: { readonly list: readonly (readonly TextPart[])[] }) {
  return (
    <>
      {list.map((parts, i) => (
        <blockquote key={i}>
          <MarkedText parts={parts} linked={false} />
        </blockquote>
      ))}
    </>
  );
}

interface LinkedMarkProps {
  readonly node: number;
  readonly className: string;
  readonly text: string;
}

/** Stands out while the mouse is over its node on the map. */
function LinkedMark({ node, className, text }: LinkedMarkProps) {
  const { hovered } = useStore();
  const lit = useComputed(() => hovered.value?.kind === "node" && hovered.value.node === node);
  return (
    <TargetLink target={{ kind: "node", node }} className={lit.value ? `${className} lit` : className}>
      {text}
    </TargetLink>
  );
}
