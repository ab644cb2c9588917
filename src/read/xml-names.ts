/**
 * Names in XML: which vocabulary an element is of, whatever prefix its writer chose (Namespaces in XML 1.0).
 *
 * saxes can tell it, too, but asks all open elements for each prefix: 40,000 elements inside each other take 20 seconds.
 */

/** Prefix → address, the empty prefix for names without one. */
type Scope = ReadonlyMap<string, string>;

/** Elements inside each other whose declarations are heeded. */
const DEEPEST = 100;
const NOTHING: Scope = new Map();

/** The declarations in force, element by element. */
export class NamespaceScopes {
  private readonly open: Scope[] = [];

  /**
   * Of an element that begins. A prefix nobody declares stands for itself: records cut out of a file lack what its root
   * declared.
   */
  enter(
    name: string,
    attributes: Readonly<Record<string, string>>,
  ): { readonly local: string; readonly namespace: string } {
    const outer = this.open.at(-1) ?? NOTHING;
    const declared = this.open.length < DEEPEST ? declarations(attributes) : [];
    const scope = declared.length > 0 ? new Map([...outer, ...declared]) : outer;
    this.open.push(scope);
    const [prefix, local] = splitName(name);
    return { local, namespace: scope.get(prefix) ?? prefix };
  }

  leave(): void {
    this.open.pop();
  }
}

function declarations(attributes: Readonly<Record<string, string>>): [prefix: string, address: string][] {
  return Object.entries(attributes).flatMap(([key, value]): [string, string][] => {
    const [prefix, local] = splitName(key);
    if (prefix === "xmlns") return [[local, value.trim()]];
    return key === "xmlns" ? [["", value.trim()]] : [];
  });
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return [name.slice(0, Math.max(colon, 0)), name.slice(colon + 1)];
}

/** `<a:feed` is `<feed`, in a text that may break off anywhere. */
export function withoutPrefixes(head: string): string {
  return head.replace(/<(\/?)[\p{L}_][\p{L}\p{N}_.-]*:(?=[\p{L}_])/gu, "<$1");
}
