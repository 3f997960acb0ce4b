import { expect, test } from "vitest";
import { unchanging } from "../../src/database/unchanging.ts";
import { entityText, pageText } from "../../src/http/answer-text.ts";

const context = 'https://graph.microsoft.com/v1.0/$metadata#things("a\\b")';
const all = { expand: new Set<string>(), count: false };
const url = "https://localhost/v1.0/things?$top=1";
const origin = "https://graph.microsoft.com";

test.each([
  ["one with members", { id: "a", nested: { text: 'quoted "\\u2028' } }],
  ["one without any", {}],
  ["one of which nothing is left", { gone: undefined }],
  ["one with a context of its own", { "@odata.context": "its own", id: "a" }],
])("an object is answered with its context, whether its text is remembered or not: %s", (_, members) => {
  const expected = JSON.stringify({ "@odata.context": context, ...members });
  expect(entityText(context, members, all)).toBe(expected);
  const shared = unchanging({ ...members });
  expect([entityText(context, shared, all), entityText(context, shared, all)]).toEqual([expected, expected]);
});

test("$select takes from what is remembered, and leaves it whole", () => {
  const shared = unchanging({ id: "a", name: "b" });
  const whole = entityText(context, shared, all);
  expect(JSON.parse(entityText(context, shared, { ...all, select: new Set(["name"]) }))).toEqual({
    "@odata.context": context,
    name: "b",
  });
  expect(entityText(context, shared, all)).toBe(whole);
});

test("a page has its items, and what leads to the next one", () => {
  const items = [unchanging({ id: "a" }), { id: "b" }];
  expect(pageText(context, items, all, url, origin)).toBe(JSON.stringify({ "@odata.context": context, value: items }));
  expect(pageText(context, [], all, url, origin)).toBe(JSON.stringify({ "@odata.context": context, value: [] }));
  expect(JSON.parse(pageText(context, items, { ...all, top: 1, count: true }, url, origin))).toEqual({
    "@odata.context": context,
    "@odata.count": 2,
    "@odata.nextLink": expect.stringMatching(
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/things\?\$top=1&\$skiptoken=\w+$/u,
    ),
    value: [{ id: "a" }],
  });
});
