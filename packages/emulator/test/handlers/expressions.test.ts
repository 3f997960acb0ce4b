import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { get, quillnote, refusal, roots, send, startEmulator } from "../emulator-under-test.ts";

interface Documented {
  readonly request: { readonly body: object };
  readonly response: { readonly body: { readonly value: readonly object[] } };
}

/** An example of a Graph page. */
function documented(name: string): Documented {
  const file = new URL(`../../../core/test/fixtures/documented/${name}.json`, import.meta.url);
  // The fixtures are of this form; core's own tests read every one of them.
  return JSON.parse(readFileSync(file, "utf8")) as Documented;
}

const owners = [`jobs/${quillnote.jobId}`, "templates/scim"];

test.each(owners)("the documented expression is parsed and tried as the page prints it: %s", async (owner) => {
  const { request, response } = documented("parse-expression");
  const { status, body } = await send(await startEmulator(), "POST", `${owner}/schema/parseExpression`, request.body);
  expect(status).toBe(200);
  expect(body).toEqual({
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.parseExpressionResponse",
    ...response.body,
  });
});

test("an expression that cannot be read is an answer, and one without a test object is not tried", async () => {
  const emulator = await startEmulator();
  const path = `${owners[0] ?? ""}/schema/parseExpression`;
  expect(await send(emulator, "POST", path, { expression: "Join(" })).toMatchObject({
    status: 200,
    body: { parsingSucceeded: false, evaluationSucceeded: false, parsedExpression: null },
  });
  expect(await send(emulator, "POST", path, { expression: "[mail]" })).toMatchObject({
    status: 200,
    body: { parsingSucceeded: true, evaluationSucceeded: false, evaluationResult: null },
  });
  expect(await send(emulator, "POST", path, {})).toMatchObject(refusal(400, "BadRequest", "'expression' is missing"));
});

test.each([
  ["functions", "list-functions"],
  ["filterOperators", "list-filter-operators"],
])("the documented %s are among those that are listed, by either spelling", async (name, fixture) => {
  const emulator = await startEmulator();
  for (const owner of owners) {
    for (const path of [`${owner}/schema/${name}`, `${owner}/schema/${name}()`]) {
      const { status, body } = await get(emulator, `v1.0/${roots[0] ?? ""}/synchronization/${path}`);
      expect(status).toBe(200);
      expect(body["@odata.context"]).toBe(`https://graph.microsoft.com/v1.0/$metadata#${name}`);
      const listed = JSON.stringify(body);
      for (const each of documented(fixture).response.body.value) {
        expect(listed).toContain(JSON.stringify(Object.values(each)[0]));
      }
    }
  }
});

test("the documented function is listed member for member", async () => {
  const { body } = await send(await startEmulator(), "GET", `${owners[0] ?? ""}/schema/functions`);
  for (const each of documented("list-functions").response.body.value) {
    expect(body["value"]).toContainEqual(each);
  }
  expect(body["value"]).toHaveLength(14);
});

test("the eight documented operators are listed, and none of the portal's", async () => {
  const { body } = await send(await startEmulator(), "GET", `${owners[0] ?? ""}/schema/filterOperators`);
  expect(body["value"]).toHaveLength(8);
  expect(body).toMatchObject({
    value: [{ name: "EQUALS", arity: "Binary", multivaluedComparisonType: "All" }, {}, {}, {}, {}, {}, {}, {}],
  });
});

test.each(["functions", "filterOperators"])("%s of an unknown job are 404", async (name) => {
  expect((await send(await startEmulator(), "GET", `jobs/none/schema/${name}`)).status).toBe(404);
});
