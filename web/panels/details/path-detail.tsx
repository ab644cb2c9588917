/**
 * How one term leads to another: each way with its papers and the sentences in them.
 */
import { Fragment } from "preact";
import { answerOf } from "../../data/ask.ts";
import { quotes } from "../../data/evidence.ts";
import { isPaper, mentionsOf, paperAt } from "../../data/map-index.ts";
import { nodesOfPaths } from "../../state/focus.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { MarkedText } from "./marked-text.tsx";
import { NodeLink } from "../parts/node-link.tsx";

export function PathDetail({ from, to }: { readonly from: number; readonly to: number }) {
  const { index } = useStore();
  const answer = answerOf(index, "path", { from, to });
  if (!answer) return <p role="status">{TEXTS.ask.working}</p>;
  const paths = nodesOfPaths(answer);
  if (paths.length === 0) return <p class="quiet">{TEXTS.path.none}</p>;
  return (
    <>
      {paths.map((path, i) => (
        <section key={i}>
          <h3>{TEXTS.path.way(i + 1, path.filter((node) => isPaper(index, node)).length)}</h3>
          <ol class="path">
            {path.map((node, step) => (
              <li key={step}>
                <NodeLink node={node} />
                {isPaper(index, node) && <Sentences paper={node} terms={[path[step - 1], path[step + 1]]} />}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Sentences({ paper, terms }: { readonly paper: number; readonly terms: readonly (number | undefined)[] }) {
  const { index } = useStore();
  const node = paperAt(index, paper);
  if (!node) return null;
  return (
    <>
      {mentionsOf(index, paper)
        .filter((mention) => terms.includes(mention.node))
        .map((mention) => (
          <Fragment key={mention.node}>
            {quotes(node, mention.edge, mention.node)
              .slice(-1)
              .map((quote, i) => (
                <blockquote key={i}>
                  <MarkedText parts={quote.parts} linked={false} />
                </blockquote>
              ))}
          </Fragment>
        ))}
    </>
  );
}
