/**
 * A list that begins with its best entries and shows the others on demand.
 */
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { TEXTS } from "../../texts.ts";

interface MoreListProps<T> {
  readonly items: readonly T[];
  readonly first: number;
  readonly className?: string;
  readonly children: (item: T, place: number) => ComponentChildren;
}

export function MoreList<T>({ items, first, className = "plain-list", children }: MoreListProps<T>) {
  const [all, setAll] = useState(false);
  const listed = all || items.length <= first + 1 ? items : items.slice(0, first);
  return (
    <>
      <ul class={className}>
        {listed.map((item, i) => (
          <li key={i}>{children(item, i)}</li>
        ))}
      </ul>
      {listed.length < items.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          {TEXTS.panel.more(items.length - listed.length)}
        </button>
      )}
    </>
  );
}
