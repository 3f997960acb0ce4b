import { synchronizationType } from "../odata/entity-type.ts";
import { jobsOf } from "../store/jobs.ts";
import { secretsOf } from "../store/secrets.ts";
import { templatesOf } from "../store/templates.ts";
import type { Built } from "./handler.ts";

/** The bare entity, without the `value` around it that the draft page prints: SDKs expect it so. */
export const getSynchronization: Built<"synchronization.get"> = {
  kind: "entity",
  type: synchronizationType,
  async handle({ db, owner, expand }) {
    const { appId, servicePrincipalId, synchronizationId } = await owner();
    return {
      id: synchronizationId,
      secrets: await secretsOf(db, servicePrincipalId),
      ...(expand.has("jobs") && { jobs: await jobsOf(db, servicePrincipalId, { schema: false }) }),
      ...(expand.has("templates") && { templates: await templatesOf(db, appId, { schema: false }) }),
    };
  },
};
