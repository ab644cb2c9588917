/**
 * Lets everything else that waits have its turn: signals, timers, what other parts of the process wait for.
 */
export async function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
