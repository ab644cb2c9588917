/**
 * Questions to the map, answered by `src/query` in a thread of its own: as on the command line, and nothing is worked
 * out here. Where the browser lets no thread run, the same code answers in the page.
 */
import { signal, type Signal } from "@preact/signals";
import { remember } from "../../src/lib/remember.ts";
import { indexGraph } from "../../src/query/graph-index.ts";
import { answerQuestion, type AnswerOf, type ArgsOf, type QuestionId } from "../../src/query/questions.ts";
import type { Asked, Answered } from "./ask-worker.ts";
import AskWorker from "./ask-worker.ts?worker&inline";
import { documentOf, type DocumentSlot, type MapIndex } from "./map-index.ts";

interface Kept {
  readonly promise: Promise<unknown>;
  /** Undefined until the answer is there. */
  readonly answer: Signal<unknown>;
}

/** Asks a question once; whoever asks it again gets the same answer. The document must have been read. */
export function ask<Id extends QuestionId>(index: MapIndex, id: Id, args: ArgsOf<Id>): Promise<AnswerOf<Id>> {
  return keptAnswer(index, id, args).promise as Promise<AnswerOf<Id>>;
}

/** As `ask`; undefined until the answer is there: what reads it in a component or a computed signal runs again then. */
export function answerOf<Id extends QuestionId>(index: MapIndex, id: Id, args: ArgsOf<Id>): AnswerOf<Id> | undefined {
  return keptAnswer(index, id, args).answer.value as AnswerOf<Id> | undefined;
}

/** By the slot of the document: there may be several indexes of one map. */
const answersOf = remember<DocumentSlot, Map<string, Kept>>(() => new Map());
const answererOf = remember((slot: DocumentSlot) => startWorker(slot) ?? answerHere(slot));

/** Ends the thread that answers questions to a map that is shown no longer. */
export function endAnswers(slot: DocumentSlot): void {
  threads.get(slot)?.terminate();
}

const threads = new WeakMap<DocumentSlot, Worker>();

type Answerer = (id: QuestionId, args: ArgsOf<QuestionId>) => Promise<unknown>;

function keptAnswer<Id extends QuestionId>(index: MapIndex, id: Id, args: ArgsOf<Id>): Kept {
  const answers = answersOf(index.slot);
  const key = `${id} ${JSON.stringify(args)}`;
  let kept = answers.get(key);
  if (kept === undefined) {
    const answer = signal<unknown>(undefined);
    const promise = answererOf(index.slot)(id, args);
    void promise.then((value) => (answer.value = value));
    answers.set(key, (kept = { promise, answer }));
  }
  return kept;
}

/** Lets the page say first that it is looking. */
function answerHere(slot: DocumentSlot): Answerer {
  const graph = remember(indexGraph);
  return async (id, args) => {
    await new Promise((done) => setTimeout(done));
    return answerQuestion(graph(documentOf({ slot })), id, args);
  };
}

/** Undefined where there are no threads. What a thread that fails leaves open is answered in the page. */
function startWorker(slot: DocumentSlot): Answerer | undefined {
  if (typeof Worker === "undefined") return undefined;
  const open = new Map<number, { readonly asked: Omit<Asked, "number">; readonly done: (answer: unknown) => void }>();
  const here = remember(answerHere);
  let worker: Worker | undefined;
  const fail = () => {
    worker?.terminate();
    worker = undefined;
    for (const { asked, done } of open.values()) done(here(slot)(asked.id, asked.args));
    open.clear();
  };
  try {
    worker = new AskWorker();
    threads.set(slot, worker);
    worker.onerror = fail;
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      open.get(data.number)?.done(data.answer);
      open.delete(data.number);
    };
    worker.postMessage(slot.packed?.() ?? documentOf({ slot }));
  } catch {
    return undefined;
  }
  let number = 0;
  return (id, args) =>
    new Promise((done) => {
      if (worker === undefined) done(here(slot)(id, args));
      else {
        open.set(++number, { asked: { id, args }, done });
        worker.postMessage({ number, id, args } satisfies Asked);
      }
    });
}
