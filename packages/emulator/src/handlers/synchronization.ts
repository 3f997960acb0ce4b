import { jobsOf } from "../store/jobs.ts";
import { secretsOf } from "../store/secrets.ts";
import { templatesOf } from "../store/templates.ts";
import type { Handler } from "./handler.ts";

/** The bare entity, without the `value` around it that the draft page prints: SDKs expect it so. */
export const getSynchronization: Handler<"synchronization.get"> = async ({ db, owner, expand }) => ({
  id: owner.synchronizationId,
  secrets: await secretsOf(db, owner.servicePrincipalId),
  ...(expand.has("jobs") && { jobs: await jobsOf(db, owner.servicePrincipalId, { schema: false }) }),
  ...(expand.has("templates") && { templates: await templatesOf(db, owner.appId, { schema: false }) }),
});
