import { conflict, resourceNotFound } from "../http/graph-fault.ts";
import { findJob } from "../store/jobs.ts";
import { breakObjectConnections, findObjectConnection } from "../store/object-connections.ts";
import type { Built } from "./handler.ts";
import { jobKey } from "./job-key.ts";
import { markScripted } from "./scripted.ts";

/**
 * Nothing links objects yet, so every link is a script's.
 * https://learn.microsoft.com/entra/identity/app-provisioning/manage-object-connections
 */
export const getObjectConnection: Built<"objectConnections.get"> = {
  kind: "entity",
  context: "microsoft.graph.objectConnection",
  async handle(call) {
    const { servicePrincipalId, id } = await jobKey(call);
    const job = await findJob(call.db, servicePrincipalId, id, { schema: false });
    if (job === undefined) throw resourceNotFound(id);
    const connection = await findObjectConnection(call.db, id, call.param("objectId"));
    if (connection === undefined) throw resourceNotFound(call.param("objectId"));
    markScripted(call);
    return connection;
  },
};

/** Breaks a link of a job that does not run; where there is none, nothing is left to do. */
export const deleteObjectConnection: Built<"objectConnections.delete"> = {
  kind: "nothing",
  async handle(call) {
    const { servicePrincipalId, id } = await jobKey(call);
    await call.db.transaction().execute(async (transaction) => {
      const job = await findJob(transaction, servicePrincipalId, id, { schema: false });
      if (job === undefined) throw resourceNotFound(id);
      if (job.schedule?.state === "Active") throw conflict(`The job '${id}' is active. Pause it first.`);
      const connection = await findObjectConnection(transaction, id, call.param("objectId"));
      if (typeof connection?.sourceAnchor !== "string") return;
      await breakObjectConnections(transaction, id, connection.sourceAnchor);
    });
  },
};
