/**
 * A thread of its own that answers questions: first it is sent the document, or its packed text, then questions.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { indexGraph, type GraphIndex } from "../../src/query/graph-index.ts";
import { answerQuestion, type ArgsOf, type QuestionId } from "../../src/query/questions.ts";
import { unpackHere } from "./unpack-here.ts";

export interface Asked {
  readonly number: number;
  readonly id: QuestionId;
  readonly args: ArgsOf<QuestionId>;
}

export interface Answered {
  readonly number: number;
  readonly answer: unknown;
}

let index: Promise<GraphIndex> | undefined;

onmessage = ({ data }: MessageEvent<string | GraphDocument | Asked>) => {
  if (index === undefined) index = readIndex(data as string | GraphDocument);
  else void answer(index, data as Asked);
};

async function readIndex(data: string | GraphDocument): Promise<GraphIndex> {
  if (typeof data !== "string") return indexGraph(data);
  return indexGraph(JSON.parse((await unpackHere(data)) ?? "") as GraphDocument);
}

/** What goes wrong is thrown outside of the promise, where the page hears of it. */
async function answer(ready: Promise<GraphIndex>, { number, id, args }: Asked): Promise<void> {
  try {
    postMessage({ number, answer: answerQuestion(await ready, id, args) } satisfies Answered);
  } catch (fault) {
    setTimeout(() => {
      throw fault;
    });
  }
}
