/**
 * Names of role features that are put together from few parts, each made once: a name that is the same string every time
 * costs the model's table no hashing.
 */

/** @param make joins the two parts; both come from short lists */
export function pairNames<A extends string | number, B extends string | number>(
  make: (a: A, b: B) => string,
): (a: A, b: B) => string {
  const known = new Map<A, Map<B, string>>();
  return (a, b) => {
    let ofA = known.get(a);
    if (!ofA) known.set(a, (ofA = new Map<B, string>()));
    let name = ofA.get(b);
    if (name === undefined) ofA.set(b, (name = make(a, b)));
    return name;
  };
}

/** @param make puts the part, which comes from a short list, into the name */
export function names<A extends string | number>(make: (a: A) => string): (a: A) => string {
  const known = new Map<A, string>();
  return (a) => {
    let name = known.get(a);
    if (name === undefined) known.set(a, (name = make(a)));
    return name;
  };
}
