/**
 * Why a term is there: the same trail as `paperweave explain`, asked for when it is opened.
 */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { fieldText } from "../../../src/contract/field-text.ts";
import type { ExplainedTerm, MentionPlace } from "../../../src/query/explain.ts";
import { answerOf } from "../../data/ask.ts";
import { paperAt } from "../../data/map-index.ts";
import { useStore } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";
import { CommunityLink, NodeLink } from "../parts/node-link.tsx";

const WORDS = TEXTS.panel.trail;
const MOST = { places: 5, forms: 20, neighbors: 8 };

export function Explain({ node }: { readonly node: number }) {
  const open = useSignal(false);
  return (
    <details class="explain" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{TEXTS.panel.explain}</summary>
      {open.value && <Trail node={node} />}
    </details>
  );
}

function Trail({ node }: { readonly node: number }) {
  const { index } = useStore();
  const trail = answerOf(index, "explain", { term: node });
  if (!trail) return <p role="status">{TEXTS.ask.working}</p>;
  if (trail.kind !== "term") return null;
  const { found, merged, typed, roles, placed, near, broader, narrower } = trail;
  return (
    <dl>
      <Part name="found">
        <p>{WORDS.found(found.mentions, found.papers, found.ofPapers, found.firstSeen)}</p>
        {found.places.slice(0, MOST.places).map((place) => (
          <Place key={place.paper} place={place} />
        ))}
        <Rest shown={MOST.places} of={found.papers} />
      </Part>
      <Kept kept={trail.kept} />
      <Part name="merged">
        {merged.length === 0 && <p>{WORDS.noForms}</p>}
        {merged.slice(0, MOST.forms).map(({ text, rule, mentions }) => (
          <p key={text}>
            {text} <span class="quiet">{WORDS.form(rule, mentions)}</span>
          </p>
        ))}
        <Rest shown={MOST.forms} of={merged.length} />
      </Part>
      <Part name="typed">
        <p>
          {typed.type} <span class="quiet">{WORDS.because(typed.cue)}</span>
        </p>
      </Part>
      <Part name="roles">
        <p>{roles.map(({ role, papers }) => `${TEXTS.roleShort(role)} ${papers}`).join(", ")}</p>
      </Part>
      {placed && (
        <Part name="placed">
          <CommunityLink community={placed.community} />
          {placed.topic !== undefined && <CommunityLink community={placed.topic} />}
          <p class="quiet">{WORDS.confidence(placed.confidence)}</p>
        </Part>
      )}
      {near.length > 0 && (
        <Part name="near">
          {near.slice(0, MOST.neighbors).map(({ term, npmi, papers }) => (
            <NodeLink key={term} node={term} note={WORDS.near(npmi, papers)} />
          ))}
          <Rest shown={MOST.neighbors} of={near.length} />
        </Part>
      )}
      <Nodes name="broader" nodes={broader} />
      <Nodes name="narrower" nodes={narrower} />
    </dl>
  );
}

interface PartProps {
  readonly name: keyof typeof WORDS.headings;
  readonly children: ComponentChildren;
}

function Part({ name, children }: PartProps) {
  return (
    <div>
      <dt>{WORDS.headings[name]}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Place({ place: { paper, field, sentence, salience } }: { readonly place: MentionPlace }) {
  const { index } = useStore();
  const node = paperAt(index, paper);
  if (!node) return null;
  return (
    <>
      <NodeLink node={paper} note={WORDS.place(salience)} />
      <p class="quoted">
        “
        {fieldText(node, field)
          .slice(...sentence)
          .trim()}
        ”
      </p>
    </>
  );
}

function Kept({ kept: { papers, minPapers, salience, termThreshold } }: Pick<ExplainedTerm, "kept">) {
  return (
    <Part name="kept">
      <p>
        {minPapers !== undefined && papers < minPapers ? WORDS.salient(minPapers) : WORDS.often(papers, minPapers)};{" "}
        {WORDS.salience(salience)}
      </p>
      {termThreshold !== undefined && <p>{WORDS.threshold(termThreshold)}</p>}
    </Part>
  );
}

function Nodes({ name, nodes }: { readonly name: "broader" | "narrower"; readonly nodes: readonly number[] }) {
  if (nodes.length === 0) return null;
  return (
    <Part name={name}>
      {nodes.slice(0, MOST.forms).map((node) => (
        <NodeLink key={node} node={node} />
      ))}
      <Rest shown={MOST.forms} of={nodes.length} />
    </Part>
  );
}

function Rest({ shown, of }: { readonly shown: number; readonly of: number }) {
  return of > shown ? <p class="quiet">{WORDS.rest(of - shown)}</p> : null;
}
