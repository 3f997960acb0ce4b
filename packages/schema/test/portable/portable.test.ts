import type { SynchronizationSchema } from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { diff, format, fromPortable, parse, plan, toPortable } from "../../src/index.ts";
import { direct, extensionApp, inventedSchema, mapped, tenantId, text } from "../invented-schema.ts";
import { smallSchema } from "../small-schema.ts";

const staging = inventedSchema(1);
const otherApp = "ffeeddccbbaa99887766554433221100";
const otherTenant = "00000000-aaaa-4bbb-8ccc-dddddddddddd";

/** The same app in another tenant: other ids, and the extension registered by another app. */
function production(): SynchronizationSchema {
  const swaps: readonly (readonly [string, string])[] = [
    [extensionApp, otherApp],
    [tenantId.replaceAll("-", ""), otherTenant.replaceAll("-", "")],
    ["11c0ffee-", "22c0ffee-"],
    ["4c7bb4d2-", "5d8cc5e3-"],
  ];
  const json = swaps.reduce((all, [from, to]) => all.replaceAll(from, to), format(staging));
  return parse(json);
}

describe("a portable schema", () => {
  const portable = format(toPortable(staging).schema);

  test("holds nothing of its tenant", () => {
    for (const bound of [tenantId, tenantId.replaceAll("-", ""), extensionApp, "11c0ffee", "4c7bb4d2"]) {
      expect(portable).not.toContain(bound);
    }
  });

  test("says what belongs in each place", () => {
    for (const key of ["schema", "rule:USER_OUT", "directory:Larch CRM", "extension:costCenter"]) {
      expect(portable).toContain(`{{${key}}}`);
    }
    expect(portable).toContain("[{{extension:costCenter}}]");
  });

  test("becomes the schema of another tenant by the bindings of one that is there", () => {
    const { schema, unbound } = fromPortable(toPortable(staging).schema, toPortable(production()).bindings);
    expect(unbound).toEqual([]);
    expect(format(schema)).toBe(format(production()));
    expect(diff(production(), schema)).toEqual([]);
  });
});

test("tells what could not be bound, each once, with every place", () => {
  const { schema, unbound } = fromPortable(toPortable(staging).schema, {
    "rule:USER_OUT": "r",
    schema: "s",
    context: "c",
  });
  expect(unbound.map(({ key }) => key)).toEqual([
    "extension:costCenter",
    "directory:Azure Active Directory",
    "directory:Larch CRM",
  ]);
  expect(unbound[1]?.paths).toEqual(["directories[0].id"]);
  expect(unbound[0]?.paths).toHaveLength(3);
  expect(() => plan(staging, schema)).toThrow(expect.objectContaining({ code: "unbound-placeholder" }));
});

test("an extension of two apps is bound by its app, and no other tenant can guess it", () => {
  const names = [`extension_${extensionApp}_grade`, `extension_${otherApp}_grade`];
  const schema = smallSchema({
    source: names.map(text),
    target: [text("nick")],
    mappings: [direct(names[0] ?? "", "nick")],
  });
  const { schema: portable, bindings } = toPortable(schema);
  expect(Object.keys(bindings)).toContain(`extension:grade@${extensionApp}`);
  expect(fromPortable(portable, bindings).schema).toEqual(schema);
  const alone = toPortable(smallSchema({ source: [text(names[1] ?? "")] })).bindings;
  expect(fromPortable(portable, alone).unbound.map(({ key }) => key)).toContain(`extension:grade@${extensionApp}`);
});

test("braces that the schema itself has come back as they were", () => {
  const schema = smallSchema({
    target: [text("nick")],
    mappings: [mapped("nick", { expression: '"{{schema}} {{{x}}}"' })],
  });
  const { schema: portable, bindings } = toPortable(schema);
  expect(format(portable)).not.toContain("{{schema}}");
  expect(fromPortable(portable, bindings)).toEqual({ schema, unbound: [] });
});

test.each([[null], [undefined], ["text"]])("bindings that are %j are refused", (bindings) => {
  // A caller without types may pass anything.
  expect(() => fromPortable(staging, bindings as unknown as Record<string, string>)).toThrow(
    expect.objectContaining({ code: "bad-option", path: "bindings" }),
  );
});

test("a binding is only what the object itself has, and only text", () => {
  const bindings = { schema: 7, __proto__: { "rule:MEMBERS": "x" } } as unknown as Record<string, string>;
  const { unbound } = fromPortable(toPortable(smallSchema({ schema: { id: "i" } })).schema, bindings);
  const keys = unbound.map(({ key }) => key);
  expect(keys).toContain("schema");
  expect(keys).toContain("rule:MEMBERS");
});
