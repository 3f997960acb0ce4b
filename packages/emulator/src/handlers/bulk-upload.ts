import { isJsonObject, type JsonObject } from "@graph-sync/core";
import { inTransaction } from "../database/in-transaction.ts";
import { resourceNotFound } from "../http/graph-fault.ts";
import { invalidFormat } from "../http/json-body.ts";
import { stageUpload } from "../store/bulk-uploads.ts";
import { hasJob } from "../store/jobs.ts";
import type { Built } from "./handler.ts";
import { jobKey } from "./job-key.ts";

/** Takes data, and promises no more: the next cycle would work on it, and write to the provisioning log. */
export const bulkUpload: Built<"jobs.bulkUpload"> = {
  kind: "nothing",
  async handle(call) {
    const { servicePrincipalId, id } = await jobKey(call);
    if (!(await hasJob(call.db, servicePrincipalId, id))) throw resourceNotFound(id);
    const request = await call.body();
    checkBulkRequest(request);
    const received_at = new Date(call.clock.now()).toISOString();
    await inTransaction(call, async ({ db }) => {
      // Once more: it may have been deleted while the body was read.
      if (!(await hasJob(db, servicePrincipalId, id))) throw resourceNotFound(id);
      await stageUpload(db, { id: crypto.randomUUID(), job_id: id, received_at, request: JSON.stringify(request) });
    });
    call.header("location", `${call.base}/auditLogs/provisioning/?$filter=jobid%20eq%20'${encodeURIComponent(id)}'`);
  },
};

/** https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload */
const maxOperations = 50;
const bulkRequest = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

function checkBulkRequest({ schemas, Operations: operations }: JsonObject): void {
  if (!Array.isArray(schemas) || !schemas.includes(bulkRequest))
    throw invalidFormat(`schemas must hold ${bulkRequest}`);
  if (!Array.isArray(operations) || !operations.every(isJsonObject)) throw invalidFormat("Operations must be a list");
  if (operations.length === 0) throw invalidFormat("Operations is empty");
  if (operations.length > maxOperations) {
    throw invalidFormat(`there are ${operations.length} Operations, and at most ${maxOperations} are taken`);
  }
  const seen = new Set<unknown>();
  for (const [index, operation] of operations.entries()) {
    const problem = problemOf(operation, seen);
    if (problem !== undefined) throw invalidFormat(`Operations[${index}]${problem}`);
    seen.add(operation["bulkId"]);
  }
}

function problemOf({ method, path, bulkId, data }: JsonObject, seen: ReadonlySet<unknown>): string | undefined {
  if (method !== "POST") return ".method must be POST";
  if (path !== "/Users") return ".path must be /Users";
  if (typeof bulkId !== "string" || bulkId === "") return ".bulkId must be a text";
  if (seen.has(bulkId)) return ".bulkId is there twice";
  if (!isJsonObject(data)) return ".data must be an object";
  if (!Array.isArray(data["schemas"])) return ".data.schemas must be a list";
  const externalId = data["externalId"];
  return typeof externalId === "string" && externalId !== "" ? undefined : ".data.externalId must be a text";
}
