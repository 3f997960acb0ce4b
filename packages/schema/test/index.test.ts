import { expect, test } from "vitest";
import { schema } from "../src/index.ts";

test("gives the lines of a text", () => {
  expect(schema("a\r\nb\nc")).toEqual(["a", "b", "c"]);
});
