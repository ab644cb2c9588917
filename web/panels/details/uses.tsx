/**
 * What is used for what in a community, as its papers state.
 */
import { answerOf } from "../../data/ask.ts";
import { nameOf } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { Said } from "./said.tsx";

const MAX_USES = 24;

export function Uses({ community }: { readonly community: number }) {
  const { index } = useStore();
  const answer = answerOf(index, "uses", { community, limit: MAX_USES });
  if (!answer || answer.uses.length === 0) return null;
  return (
    <section class="uses">
      <h3>{TEXTS.facts.uses}</h3>
      <MoreList items={answer.uses} first={5}>
        {({ used, purposes }) => (
          <>
            <NodeLink node={used} />
            <ul class="purposes">
              {purposes.map(({ node, papers, statements }) => (
                <li key={node}>
                  <Said
                    words={TEXTS.panel.inPapers(papers)}
                    label={TEXTS.facts.sentences(
                      nameOf(index, used),
                      TEXTS.facts.says.used_for,
                      nameOf(index, node),
                      papers,
                    )}
                    statements={statements}
                    terms={[used, node]}
                  >
                    <span class="quiet">{TEXTS.facts.usedFor}</span>
                    <NodeLink node={node} />
                  </Said>
                </li>
              ))}
            </ul>
          </>
        )}
      </MoreList>
    </section>
  );
}
