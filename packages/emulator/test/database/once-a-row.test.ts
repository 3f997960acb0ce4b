import { expect, test } from "vitest";
import { onceARow } from "../../src/database/once-a-row.ts";

const row = (): { readonly text: string } => Object.freeze({ text: "x" });

test("of a row that stays as it is, something is made once, and nobody can change it", () => {
  const wrapped = onceARow(({ text }: { readonly text: string }) => ({ in: { texts: [text] } }));
  const one = row();
  expect(wrapped(one)).toEqual({ in: { texts: ["x"] } });
  expect(wrapped(one)).toBe(wrapped(one));
  expect(() => wrapped(one).in.texts.push("y")).toThrow(TypeError);
});

test("of another row it is made anew, and of one that may change each time", () => {
  const wrapped = onceARow(({ text }: { readonly text: string }) => ({ text }));
  expect(wrapped(row())).not.toBe(wrapped(row()));
  const changing = { text: "x" };
  wrapped(changing);
  changing.text = "y";
  expect(wrapped(changing)).toEqual({ text: "y" });
});
