/**
 * Where the map goes when something is opened.
 */
import { ask } from "../data/ask.ts";
import type { MapIndex } from "../data/map-index.ts";
import { nodesOfPaths } from "./focus.ts";
import type { MapControl } from "./map-control.ts";
import type { Selection } from "./view-state.ts";

/** `reveal`: only if it is not to be seen. */
export type CameraMove = "reveal" | "fly";

export function moveTo(map: MapControl, index: MapIndex, target: Selection, move: CameraMove): void {
  switch (target.kind) {
    case "community":
      if (move === "fly" || !map.sees(target.community)) map.flyToCommunity(target.community);
      break;
    case "between":
      map.moves.flyToNodes([target.a, target.b].flatMap((id) => index.members.get(id) ?? []));
      break;
    case "pair":
      map.moves.flyToNodes([target.a, target.b]);
      break;
    case "path":
      flyAlong(map, index, target);
      break;
    case "node":
      if (move === "fly") map.moves.flyToNode(target.node);
      else map.moves.reveal(target.node);
  }
}

/** Once the way is known. */
function flyAlong(map: MapControl, index: MapIndex, { from, to }: Selection & { kind: "path" }): void {
  void ask(index, "path", { from, to }).then((answer) =>
    map.moves.flyToNodes([from, to, ...nodesOfPaths(answer).flat()]),
  );
}
