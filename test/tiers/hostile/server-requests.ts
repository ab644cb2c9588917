/**
 * Requests that a hostile page or program makes of the local server, as the bytes of their first lines.
 */

/** Ways out of a folder, in every spelling that a careless server takes for one. */
const DOTS = [
  "..",
  "%2e%2e",
  "%2E%2E",
  ".%2e",
  "%252e%252e",
  "..%00",
  "..;",
  "．．",
  "%c0%ae%c0%ae",
  "%uff0e%uff0e",
  "....",
  ".../...",
  "\\..",
  "..%0d%0a",
];
const SLASHES = ["/", "%2f", "%2F", "\\", "%5c", "%252f", "//", "/./", "%c0%af", "∕"];
const SECRETS = [
  "secret.txt",
  "etc/passwd",
  "map2/graph.json",
  "proc/self/environ",
  ".paperweave-lock",
  "decisions.tsv.next",
];

/** Some 550 paths to what is not served. */
export function traversals(): string[] {
  const ways = DOTS.flatMap((dots) => SLASHES.map((slash) => `${dots}${slash}`));
  return ways.flatMap((way, i) => {
    const secret = SECRETS[i % SECRETS.length]!;
    return [
      `/${way}${secret}`,
      `/graph.json/${way.repeat(8)}${secret}`,
      `/${way.repeat(3)}map/${way}${secret}`,
      `/api/${way}${secret}`,
    ];
  });
}

// prettier-ignore
export const ODD_PATHS: readonly string[] = [
  "*", "", "/\0", "/graph.json\0.txt", "/graph.json%00", "/graph.json#/../secret.txt", "/graph.json;x", "/GRAPH.JSON", "/graph.json/", "/graph.json.", "/graph.json::$DATA",
  "//graph.json", "//evil.example/graph.json", "http://evil.example/secret.txt", "http://127.0.0.1/../secret.txt", "https://127.0.0.1/graph.json/x", "file:///etc/passwd",
  "/@fs/etc/passwd", "/@fs/etc/passwd?import&raw??", "/etc/passwd?.svg?.wasm?init", "/x/x/x/vite/client/?/../../../../etc/passwd", "/node_modules/", "/.git/config", "/.env",
  "/run.json", "/api", "/api/", "/api/decisions/../../run.json", "/api/secret", "/%", "/%zz", "/%e0%80", "/\u0007", "/a b", "/<script>", "/'\"><img src=x>", "/~root", "/c:/windows/win.ini",
  `/${"a".repeat(8_000)}`, `/${"../".repeat(2_000)}etc/passwd`, `/graph.json?${"x=1&".repeat(2_000)}`, "/constructor", "/__proto__", "/toString",
];

/** Only the first two are ours. */
// prettier-ignore
export const HOSTS: readonly string[] = [
  "127.0.0.1", "localhost", "evil.example", "127.0.0.1.evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1:x", "127.0.0.1:80:80", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
  "0x7f.0.0.1", "2130706433", "017700000001", "127.0.0.1@evil.example", "evil.example#127.0.0.1", "localhost.", "LOCALHOST.evil", "127.0.0.1%00", " ", "", "a".repeat(5_000), "xn--lhr645fjve.example",
  "127.0.0.1,evil.example", "localhost evil.example", "169.254.169.254",
];

export const METHODS: readonly string[] = [
  "POST",
  "PUT",
  "DELETE",
  "PATCH",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PROPFIND",
  "MKCOL",
  "MOVE",
  "COPY",
  "LOCK",
  "PURGE",
  "SEARCH",
];

/** Headers of a write: none of them is ours. */
// prettier-ignore
export const STRANGERS: readonly (readonly string[])[] = [
  [], ["Origin: http://evil.example"], ["Origin: null"], ["X-Paperweave-Token: "], ["X-Paperweave-Token: x"], ["X-Paperweave-Token: undefined"], ["X-Paperweave-Token: TOKEN", "Origin: http://evil.example"],
  ["X-Paperweave-Token: TOKEN", "Origin: null"], ["X-Paperweave-Token: TOKEN", "Origin: https://127.0.0.1"], ["X-Paperweave-Token: TOKEN", "Origin: http://127.0.0.1:1"], ["X-Paperweave-Token: TOKEN, TOKEN"],
  ["X-Paperweave-Token: x", "X-Paperweave-Token: TOKEN"], ["Cookie: token=TOKEN"], ["Authorization: Bearer TOKEN"], ["X-HTTP-Method-Override: GET"], ["Referer: http://127.0.0.1/"],
];
