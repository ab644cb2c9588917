/**
 * An answer that takes a moment: the page says so first, then works.
 */
import { useEffect, useState } from "preact/hooks";
import type { MapIndex } from "../../data/map-index.ts";

/** Undefined until it is there. */
export function useAnswer<T>(index: MapIndex, work: (index: MapIndex) => T): T | undefined {
  const [answer, setAnswer] = useState<{ readonly value: T }>();
  useEffect(() => {
    const timer = setTimeout(() => setAnswer({ value: work(index) }));
    return () => clearTimeout(timer);
  }, [index, work]);
  return answer?.value;
}
