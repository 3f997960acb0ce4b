import { describe, expect, test } from "vitest";
import { plain, plainLine } from "../../src/output/plain.ts";

describe("remote text on a terminal", () => {
  test("escape sequences lose what makes them act", () => {
    expect(plain("\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J")).toBe("[31mred[0m ]0;title 2J");
  });

  test("every control and bidirectional character is taken out", () => {
    const codes = [...Array(0x20).keys(), 0x7f, ...Array.from({ length: 0x20 }, (_, index) => 0x80 + index)];
    const bidirectional = [
      0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
    ];
    for (const code of [...codes, ...bidirectional]) {
      expect(plain(`a${String.fromCharCode(code)}b`), code.toString(16)).toMatch(/^a ?b$/);
    }
  });

  test("a text of several lines becomes one", () => {
    expect(plain("one\r\ntwo\u2028three\tfour")).toBe("one two three four");
  });

  test("letters of other scripts and emoji stay", () => {
    expect(plain("Zoë 山田 שלום 👩‍💻")).toBe("Zoë 山田 שלום 👩‍💻");
  });

  test("what would fill the screen is cut, and the cut is told", () => {
    expect(plain("x".repeat(5000))).toBe(`${"x".repeat(300)}… (5000 characters; --json shows all)`);
  });

  test.each([
    [null, ""],
    [undefined, ""],
    [12, "12"],
    [false, "false"],
    [{ a: ["b"] }, '{"a":["b"]}'],
  ])("%j is shown as %j", (value, shown) => {
    expect(plain(value)).toBe(shown);
  });

  test("what is nested too deeply to be shown says so", () => {
    expect(plain(JSON.parse("[".repeat(50_000) + "]".repeat(50_000)))).toBe("(nested too deeply to be shown)");
  });

  test("a sentence that quotes the service is one bounded line", () => {
    expect(plainLine(`said\n\u001b[2J${"x".repeat(2000)}`)).toBe(`said [2J${"x".repeat(992)}…`);
  });
});
