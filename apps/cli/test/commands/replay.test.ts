import nock from "nock";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { roots } from "../sample-tenant.ts";

/**
 * The example of the draft page "Get synchronization" of the Graph reference, word for word: the entity stands in
 * `value`, and its secret has neither key nor value. The page has it for applications; the other root is the same.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronization
 */
const documented = {
  value: {
    "@odata.type": "#microsoft.graph.synchronization",
    id: "9c7e96e7-96e7-9c7e-e796-7e9ce7967e9c",
    secrets: [{ "@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair" }],
  },
};

const paths = { "--service-principal": "servicePrincipals", "--application": "applications" };

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
  nock.activate();
});

describe.each(["node-http", "fetch"])("the documented example over --transport %s", (transport) => {
  test.each(roots)("is read from the real service's address by %s", async (option, id) => {
    const scope = nock("https://graph.microsoft.com", { reqheaders: { authorization: "Bearer any", accept: /json/ } })
      .get(`/v1.0/${paths[option]}/${id}/synchronization`)
      .reply(200, documented, { "Content-Type": "application/json" });
    const { code, stdout, stderr } = await runCli(["get", option, id, "--transport", transport, "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual(documented.value);
    expect(scope.isDone()).toBe(true);
  });

  test.each(roots)("is shown to a person, with the rest from its own operations, by %s", async (option, id) => {
    const path = `/v1.0/${paths[option]}/${id}/synchronization`;
    const scope = nock("https://graph.microsoft.com")
      .get(`${path}?$expand=jobs,templates`)
      .reply(200, documented)
      .get(`${path}/jobs`)
      .reply(200, { value: [] })
      .get(`${path}/templates`)
      .reply(200, { value: [] });
    const { code, stdout } = await runCli(["get", option, id, "--transport", transport]);
    expect(code).toBe(0);
    expect(stdout).toContain("  id         9c7e96e7-96e7-9c7e-e796-7e9ce7967e9c\n");
    expect(stdout).toContain("  (no key)  (no value)\n");
    expect(scope.isDone()).toBe(true);
  });
});
