/**
 * A text with the words of terms marked in the colour of their type.
 */
import type { TextPart } from "../data/evidence.ts";
import { shapeOf } from "../data/map-index.ts";
import { useStore } from "../state/store.ts";
import { TargetLink } from "./node-link.tsx";

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
          <TargetLink key={i} target={{ kind: "node", node: term }} className={className}>
            {text}
          </TargetLink>
        ) : (
          <mark key={i} class={className}>
            {text}
          </mark>
        );
      })}
    </>
  );
}
