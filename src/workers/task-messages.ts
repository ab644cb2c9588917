/**
 * What the main thread and a thread that does tasks say to each other.
 */
export interface TaskMessage {
  readonly name: string;
  readonly job: unknown;
}

export interface TaskResult {
  readonly result: unknown;
}
