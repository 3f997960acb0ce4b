import assert from "node:assert/strict";
import nock from "nock";
import { bearer, createClient, type Transport } from "@graph-sync/core";

/** Reads one job that only nock knows, as a user's own test does. */
export async function readThroughNock(transport: Transport): Promise<void> {
  nock.disableNetConnect();
  const documented = nock("https://graph.microsoft.com", { reqheaders: { authorization: "Bearer a-token" } })
    .get("/v1.0/servicePrincipals/sp/synchronization/jobs/job")
    .reply(200, { id: "job" });
  const graph = createClient({ transport, plugins: [bearer("a-token")] });
  const job = await graph.servicePrincipals("sp").synchronization.jobs("job").get();
  assert.equal(job.id, "job");
  assert.ok(documented.isDone());
  await graph.close();
}
