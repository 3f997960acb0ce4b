import { expect, test } from "vitest";
import { jsonOf, unchanging } from "../../src/database/unchanging.ts";

/** An object that counts how often its member was read. */
function counted(): { readonly asked: () => number; readonly json: object } {
  let asked = 0;
  const json = {
    get member() {
      return (asked += 1);
    },
  };
  return { asked: () => asked, json };
}

test("the text of what never changes is made once", () => {
  const { asked, json } = counted();
  unchanging(json);
  const before = asked();
  expect(jsonOf(json)).toBe(jsonOf(json));
  expect(asked()).toBe(before + 1);
});

test("the text of anything else is made each time, frozen or not", () => {
  const { asked, json } = counted();
  expect([jsonOf(Object.freeze(json)), jsonOf(json)]).toEqual(['{"member":1}', '{"member":2}']);
  expect(asked()).toBe(2);
});

test("what never changes is frozen to its depth", () => {
  const json = unchanging({ a: [{ b: null as null | string }] });
  expect(() => json.a.push({ b: "" })).toThrow(TypeError);
  expect(() => Object.assign(json.a[0] ?? {}, { b: "x" })).toThrow(TypeError);
  expect(jsonOf(json)).toBe('{"a":[{"b":null}]}');
});
