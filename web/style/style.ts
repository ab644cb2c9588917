/**
 * The page's style sheets, in the order in which they may build on one another. One for every folder of the page, or a part of it;
 * colours and typefaces come from `tokens.ts`.
 */
import "virtual:tokens.css";
import "./base.css";
import "./parts.css";
import "./dialog.css";
import "./map.css";
import "./side.css";
import "./search.css";
import "./filters.css";
import "./page.css";
import "./details.css";
import "./facts.css";
import "./decide.css";
import "./ask.css";
import "./timeline.css";
