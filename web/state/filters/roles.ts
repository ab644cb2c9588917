/**
 * Terms by what papers do with them: those that stand only in hidden roles go.
 */
import { ROLES, type Role } from "../../../src/contract/graph-document.ts";
import { documentOf, mentionsOf } from "../../data/map-index.ts";
import { TEXTS } from "../../texts.ts";
import { listIn, toggled, without, type Filter } from "./filter.ts";

export const rolesFilter: Filter<ReadonlySet<Role>> = {
  none: new Set(),
  isOn: (hidden) => hidden.size > 0,
  needsDocument: true,
  hide: (index, shown, hidden) => {
    for (let node = index.papers; node < index.count; node++)
      if (shown[node] && mentionsOf(index, node).every(({ edge }) => hidden.has(edge.role))) shown[node] = 0;
  },
  words: (_, hidden) => without([...hidden].map((role) => TEXTS.roleShort(role))),
  // The roles that are left: one that comes with a later version is then hidden, not shown.
  writeLink: (_, hidden, link) => {
    link.set("roles", ROLES.filter((role) => !hidden.has(role)).join(","));
  },
  readLink: (_, link) => {
    const left = listIn(link, "roles");
    return new Set(left.length > 0 ? ROLES.filter((role) => !left.includes(role)) : []);
  },
  control: (index) => {
    const present = new Set(Array.from(documentOf(index).mentions, (edge) => edge.role));
    const options = ROLES.filter((role) => present.has(role)).map((role) => ({
      name: TEXTS.roleShort(role),
      isOn: (hidden: ReadonlySet<Role>) => !hidden.has(role),
      toggle: (hidden: ReadonlySet<Role>) => toggled(hidden, role),
    }));
    return { kind: "choices", title: "Terms that papers have", options };
  },
};
