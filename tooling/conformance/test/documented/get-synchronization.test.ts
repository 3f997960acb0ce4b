import { bearer, createClient } from "@graph-sync/core";
import nock from "nock";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { transports } from "../transports.ts";

/**
 * The documented request and response of "Get synchronization". The page is an auto-generated draft: it wraps the entity in
 * `value`, its only secret has neither key nor value, and that secret's type lacks the `#`.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronization
 */
const documented = {
  value: {
    "@odata.type": "#microsoft.graph.synchronization",
    id: "9c7e96e7-96e7-9c7e-e796-7e9ce7967e9c",
    secrets: [{ "@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair" }],
  },
};

const id = "60443998-8cf7-4e61-b05c-a53b658cb5e1";

nock.disableNetConnect();
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

describe.each(transports)("over %s", (_, transport) => {
  describe.each(["applications", "servicePrincipals"] as const)("GET /%s/{id}/synchronization", (root) => {
    const bodies: readonly (readonly [string, object])[] = [
      ["as documented, in its envelope", documented],
      ["bare, as the SDKs expect it", documented.value],
    ];

    test.each(bodies)("is answered %s", async (_, body) => {
      const scope = nock("https://graph.microsoft.com", { reqheaders: { authorization: "Bearer abc" } })
        .get(`/v1.0/${root}/${id}/synchronization`)
        .reply(200, body, { "Content-Type": "application/json" });
      const graph = createClient({ transport: transport(), plugins: [bearer("abc")] });
      expect(await graph[root](id).synchronization.get()).toEqual(documented.value);
      expect(scope.isDone()).toBe(true);
      await graph.close();
    });

    test("takes $select and $expand", async () => {
      const scope = nock("https://graph.microsoft.com")
        .get(`/v1.0/${root}/${id}/synchronization`)
        .query({ $select: "id,secrets", $expand: "jobs,templates" })
        .reply(200, documented.value);
      const graph = createClient({ transport: transport(), plugins: [bearer("abc")] });
      await graph[root](id).synchronization.get({ select: ["id", "secrets"], expand: ["jobs", "templates"] });
      expect(scope.isDone()).toBe(true);
      await graph.close();
    });
  });
});
