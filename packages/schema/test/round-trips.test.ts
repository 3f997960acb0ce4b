import { describe, expect, test } from "vitest";
import { diff, format, fromPortable, parse, toPortable } from "../src/index.ts";
import { formatYaml, parseYaml } from "../src/yaml.ts";
import { inventedSchema } from "./invented-schema.ts";

const schema = inventedSchema();
const json = format(schema);

describe("a schema of three thousand lines", () => {
  test("has that many lines", () => {
    expect(json.split("\n").length).toBeGreaterThan(3000);
  });

  test("comes back from JSON as it was, and its text does not change again", () => {
    const back = parse(json);
    expect(back).toEqual(schema);
    expect(format(back)).toBe(json);
  });

  test("comes back from sorted JSON with the same things, and sorting again changes nothing", () => {
    const sorted = format(schema, { sort: true });
    expect(format(parse(sorted), { sort: true })).toBe(sorted);
    expect(diff(schema, parse(sorted))).toEqual([]);
  });

  test("comes back from YAML as it was, and its text does not change again", () => {
    const yaml = formatYaml(schema);
    const back = parseYaml(yaml);
    expect(format(back)).toBe(json);
    expect(formatYaml(back)).toBe(yaml);
  });

  test("comes back from the portable form as it was", () => {
    const { schema: portable, bindings } = toPortable(schema);
    expect(fromPortable(portable, bindings)).toEqual({ schema, unbound: [] });
  });
});
