/**
 * Names of topics, the provinces of the lands: between the name of a region, which has given way, and those of its terms.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { ColorScheme } from "../../lib/color.ts";
import type { Circle } from "../../lib/geometry.ts";
import { FONTS } from "../../style/tokens.ts";
import { NEUTRAL_COLOR } from "../background/land-layer.ts";
import type { Lands } from "../background/lands.ts";
import { shortName } from "../../lib/short-name.ts";
import { toMap, toScreen, type Projection } from "../camera/projection.ts";
import type { RegionText } from "../scene.ts";
import { circleOf } from "./circle-of.ts";
import { around, type Occupied } from "./label-placement.ts";
import type { NameStyle } from "./name-style.ts";
import { bestPlace, type Ink, inkOnLand, textAt, type Wording, wordingsOf } from "./region-wordings.ts";
import type { TextWidths } from "./text-width.ts";

interface Province {
  readonly name: string;
  /** The community that it is of. */
  readonly region: number;
  readonly circle: Circle;
  readonly wordings: readonly Wording[];
  ink: Ink;
}

const STYLE: NameStyle = { size: 16.5, family: FONTS.serif, weight: 400, italic: true, color: "#000", halo: "#fff" };
/** Zoom from which they are written. */
const FROM_ZOOM = 1.35;
/** Pixels of radius between which a province has its name; above, it is wider than what one sees. */
const MIN_RADIUS = 55;
const MAX_SHARE = 0.55;
/** Share of a name beyond its region's land, at most. */
const MAX_FOREIGN = 0.15;
/** What it costs to cover a mark, as a share of covering all. */
const MARK_COST = 0.2;
/** Of its own ground in ink: quieter than a region's name. */
const INK = 0.25;
const ALPHA = 0.9;

export class ProvinceNames {
  readonly #index: MapIndex;
  readonly #lands: Lands;
  readonly #provinces: readonly Province[];
  texts: readonly RegionText[] = [];

  constructor(widths: TextWidths, index: MapIndex, lands: Lands) {
    this.#index = index;
    this.#lands = lands;
    const { topic } = index.columns;
    const members = new Map<number, number[]>();
    topic.forEach((id, node) => {
      if (id < 0) return;
      const known = members.get(id);
      if (known) known.push(node);
      else members.set(id, [node]);
    });
    this.#provinces = [...members].flatMap(([id, nodes]) => {
      const community = index.communities.get(id);
      if (community?.parent === undefined) return [];
      const name = shortName(community.label);
      const wordings = wordingsOf(widths, name, STYLE);
      return [
        { name, region: community.parent, circle: circleOf(index, nodes), wordings, ink: { color: "", halo: "" } },
      ];
    });
  }

  setScheme(scheme: ColorScheme, neutral: boolean): void {
    for (const province of this.#provinces) {
      province.ink = inkOnLand(
        neutral ? NEUTRAL_COLOR : this.#index.communities.get(province.region)!.color,
        scheme,
        INK,
      );
    }
  }

  /**
   * @param marks that it rather leaves in sight
   * @param isSaid whether the name of the region stands there, larger, and has the same words
   */
  place(
    view: Projection,
    zoom: number,
    occupied: Occupied,
    marks: Occupied,
    isSaid: (region: number, name: string) => boolean,
  ): void {
    this.texts = [];
    if (zoom < FROM_ZOOM) return;
    const max = MAX_SHARE * Math.min(view.width, view.height);
    this.texts = this.#provinces.flatMap(({ name, region, circle, wordings, ink }) => {
      const radius = circle.radius * Math.abs(view.scaleX);
      if (radius < MIN_RADIUS || radius > max || isSaid(region, name)) return [];
      const placed = bestPlace(wordings, { ...toScreen(view, circle), radius }, occupied, {
        covered: (box) => (marks.collides(box) ? MARK_COST : 0),
        strangeness: (pixel) => (this.#lands.ownerAt(toMap(view, pixel)) === region ? 0 : 1),
        maxForeign: MAX_FOREIGN,
      });
      if (!placed) return [];
      occupied.add(around(placed.box));
      return [textAt(placed, ink, ALPHA)];
    });
  }
}
