/**
 * The page's style sheets, in the order in which they may build on one another. One for every folder of the page;
 * colours and typefaces come from `tokens.ts`.
 */
import "virtual:tokens.css";
import "./base.css";
import "./parts.css";
import "./map.css";
import "./side.css";
import "./page.css";
import "./details.css";
import "./ask.css";
