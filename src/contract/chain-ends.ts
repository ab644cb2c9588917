/**
 * Where steps from name to name end, and which names they lead back to; each name is walked over once, for a chain may be as
 * long as the list. What leads into a circle ends where it enters it; a step to itself is an end.
 */
export function chainEnds(to: ReadonlyMap<string, string>): {
  readonly ends: ReadonlyMap<string, string>;
  readonly circles: ReadonlySet<string>;
} {
  const ends = new Map<string, string>();
  const circles = new Set<string>();
  for (const form of to.keys()) {
    const path = new Set<string>();
    let at = form;
    for (
      let next = to.get(at);
      next !== undefined && next !== at && !ends.has(at) && !path.has(at);
      next = to.get(at)
    ) {
      path.add(at);
      at = next;
    }
    if (path.has(at)) {
      const names = [...path];
      for (const name of names.slice(names.indexOf(at))) {
        circles.add(name);
        ends.set(name, name);
        path.delete(name);
      }
    }
    const end = ends.get(at) ?? at;
    for (const name of path.size > 0 || ends.has(form) ? path : [form]) ends.set(name, end);
  }
  return { ends, circles };
}
