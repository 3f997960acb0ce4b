import type { JsonObject, SynchronizationSchema } from "@graph-sync/core";
import { GraphFault } from "../http/graph-fault.ts";
import { takeScriptedAnswer } from "../store/scripted-answers.ts";
import { knowOnly, objectsIn, textIfIn, textIn } from "./body-members.ts";
import type { Built } from "./handler.ts";
import { schemaAt } from "./schema.ts";
import { jobSchema } from "./schema-places.ts";
import { markScripted, notProvisioning, scripted } from "./scripted.ts";

/** Checks the request as the service does, and answers what a script queued for it: nothing provisions yet. */
export const provisionOnDemand: Built<"jobs.provisionOnDemand"> = {
  kind: "entity",
  context: "microsoft.graph.stringKeyStringValuePair",
  async handle(call) {
    const place = await jobSchema(call);
    const schema = await schemaAt(call.db, place);
    checkParameters(await call.body(), place.id, schema);
    const queued = await call.db.transaction().execute((transaction) => takeScriptedAnswer(transaction, place.id));
    if (queued === undefined) throw notProvisioning("no script has queued an answer for this job");
    if (!("answer" in queued)) throw new GraphFault(queued.status, queued.code, queued.message, scripted);
    markScripted(call);
    return queued.answer;
  },
};

/** https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand */
function checkParameters(body: JsonObject, jobId: string, schema: SynchronizationSchema): void {
  knowOnly(body, ["parameters"]);
  for (const parameter of objectsIn(body, "parameters")) {
    knowOnly(parameter, ["ruleId", "subjects"]);
    const ruleId = textIfIn(parameter, "ruleId") ?? "";
    if (!(schema.synchronizationRules ?? []).some(({ id }) => id === ruleId)) throw noSuchRule(jobId, ruleId);
    for (const subject of objectsIn(parameter, "subjects")) {
      knowOnly(subject, ["objectId", "objectTypeName", "links"]);
      textIn(subject, "objectId");
      textIn(subject, "objectTypeName");
    }
  }
}

/** As users saw it: https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/4247 */
function noSuchRule(jobId: string, ruleId: string): GraphFault {
  const message = `The request identified this synchronization job: ${jobId}. The request also identified this synchronization rule: ${ruleId}. However, the job does not include the rule.`;
  return new GraphFault(400, "RequestParameterInvalid", message);
}
