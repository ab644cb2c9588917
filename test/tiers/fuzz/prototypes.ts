/**
 * Nothing that a text says may change what all objects have.
 */
import { expect } from "vitest";

const OWNERS = { Object, Array, String, Number, Boolean, Function, Map, Set, Promise, RegExp };
const BEFORE = namesOf();

function namesOf(): string {
  return Object.entries(OWNERS)
    .map(
      ([name, owner]) =>
        `${name}: ${Reflect.ownKeys(owner.prototype as object)
          .map(String)
          .sort()
          .join()}`,
    )
    .join("\n");
}

export function expectCleanPrototypes(): void {
  expect(namesOf()).toBe(BEFORE);
}
