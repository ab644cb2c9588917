/**
 * The facts of a term in plain words: what it is, what it is used for, part of, measured on, better than.
 */
import type { FactGroup } from "../../../src/query/facts.ts";
import type { ToldResult } from "../../../src/query/say-result.ts";
import { answerOf } from "../../data/ask.ts";
import { nameOf, numberOf } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { Said } from "./said.tsx";

/** Facts of a kind that are asked for; more would be no panel. */
const MAX_FACTS = 60;

export function Facts({ node }: { readonly node: number }) {
  const { index } = useStore();
  const facts = answerOf(index, "facts", { term: node, limit: MAX_FACTS });
  if (!facts) return null;
  const { definitions, groups, results } = facts;
  const [definition] = definitions;
  if (!definition && groups.length + results.length === 0) return null;
  const definedIn = definition && numberOf(index, definition.paper);
  return (
    <section class="term-facts" aria-label={TEXTS.facts.title}>
      {definition && definedIn !== undefined && (
        <Said
          words={TEXTS.facts.sentence}
          label={TEXTS.facts.sentenceOf(nameOf(index, node))}
          statements={[{ paper: definedIn, field: definition.field, sentence: definition.sentence }]}
          terms={[node]}
        >
          <p class="definition">{definition.text}</p>
        </Said>
      )}
      {groups.map((group) => (
        <Group key={group.id} node={node} group={group} />
      ))}
      {results.length > 0 && <Results node={node} results={results} />}
    </section>
  );
}

function Group({ node, group }: { readonly node: number; readonly group: FactGroup }) {
  const { index } = useStore();
  const says = TEXTS.facts.says[group.id];
  return (
    <div class="fact">
      <h4>{says}</h4>
      <MoreList items={group.facts} first={4}>
        {({ node: other, papers, contradicted, statements }) => (
          <Said
            words={papers > 0 ? TEXTS.panel.inPapers(papers) : TEXTS.facts.byNameShort}
            label={TEXTS.facts.sentences(nameOf(index, node), says, nameOf(index, other), papers)}
            statements={statements}
            terms={[node, other]}
          >
            <NodeLink node={other} note={contradicted && TEXTS.facts.contradicted} />
          </Said>
        )}
      </MoreList>
    </div>
  );
}

/** Numbers that papers report of the term. */
function Results({ node, results }: { readonly node: number; readonly results: readonly ToldResult[] }) {
  return (
    <div class="fact">
      <h4>{TEXTS.facts.results}</h4>
      <MoreList items={results} first={4}>
        {(result) => (
          <Said
            words={TEXTS.facts.sentence}
            label={TEXTS.facts.sentenceOf(result.says)}
            statements={[result]}
            terms={[node]}
          >
            <span class="result">{result.says}</span>
          </Said>
        )}
      </MoreList>
    </div>
  );
}
