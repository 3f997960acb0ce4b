import { inTransaction } from "../database/in-transaction.ts";
import { badRequest, resourceNotFound } from "../http/graph-fault.ts";
import { neverRun } from "../job/never-run.ts";
import { jobType } from "../odata/entity-type.ts";
import { deleteJobRow, insertJob, replaceJobSettings } from "../store/change-job.ts";
import { findJob, jobsOf } from "../store/jobs.ts";
import { findTemplateSchema } from "../store/template-schemas.ts";
import { tenantInJobIds } from "../tenant.ts";
import { knowOnly, objectsIfIn, textIfIn, textIn, withoutAnnotations } from "./body-members.ts";
import type { Built } from "./handler.ts";
import { jobKey } from "./job-key.ts";
import { markScripted } from "./scripted.ts";
import { servicePrincipalIdOf } from "./service-principal.ts";

/** Under either root they are the jobs of the app's service principal. */
export const listJobs: Built<"jobs.list"> = {
  kind: "collection",
  type: jobType,
  async handle(call) {
    const { servicePrincipalId } = await call.owner();
    const related = { schema: call.expand.has("schema"), scripted: () => markScripted(call) };
    return { value: await jobsOf(call.db, servicePrincipalId, related) };
  },
};

export const getJob: Built<"jobs.get"> = {
  kind: "entity",
  type: jobType,
  async handle(call) {
    const { servicePrincipalId } = await call.owner();
    const related = { schema: call.expand.has("schema"), scripted: () => markScripted(call) };
    const job = await findJob(call.db, servicePrincipalId, call.param("jobId"), related);
    if (job === undefined) throw resourceNotFound(call.param("jobId"));
    return job;
  },
};

/** The job gets a schema of its own, a copy of its template's. */
export const createJob: Built<"jobs.create"> = {
  kind: "entity",
  type: jobType,
  async handle(call) {
    await servicePrincipalIdOf(call);
    const body = await call.body();
    knowOnly(body, ["templateId"]);
    const templateId = textIn(body, "templateId");
    const id = `${templateId}.${tenantInJobIds}.${crypto.randomUUID()}`;
    return inTransaction(call, async (inside) => {
      const { appId } = await inside.owner();
      const servicePrincipalId = await servicePrincipalIdOf(inside);
      const template = await findTemplateSchema(inside.db, appId, templateId);
      if (template === undefined) throw badRequest(`The app has no synchronization template '${templateId}'.`);
      await insertJob(inside.db, { servicePrincipalId, id }, { templateId, ...neverRun }, template.schema);
      const job = await findJob(inside.db, servicePrincipalId, id, { schema: false });
      if (job === undefined) throw resourceNotFound(id);
      return job;
    });
  },
};

/** Takes the settings; everything else of a job is the service's to change, and is refused. Left out, they stay. */
export const updateJob: Built<"jobs.update"> = {
  kind: "nothing",
  async handle(call) {
    const key = await jobKey(call);
    const body = await call.body();
    const { synchronizationJobSettings, id: _, ...others } = withoutAnnotations(body);
    const [name] = Object.keys(others);
    if (name !== undefined) throw badRequest(`The property '${name}' of a job is read-only.`);
    const settings = objectsIfIn(body, "synchronizationJobSettings") ?? [];
    const pairs = settings.map((pair) => ({ name: textIn(pair, "name"), value: textIfIn(pair, "value") ?? null }));
    const isThere = await inTransaction(call, async ({ db }) =>
      synchronizationJobSettings === undefined
        ? (await findJob(db, key.servicePrincipalId, key.id, { schema: false })) !== undefined
        : replaceJobSettings(db, key, pairs),
    );
    if (!isThere) throw resourceNotFound(key.id);
  },
};

/** Accounts that the job made would stay as they are. */
export const deleteJob: Built<"jobs.delete"> = {
  kind: "nothing",
  async handle(call) {
    const key = await jobKey(call);
    if (!(await inTransaction(call, ({ db }) => deleteJobRow(db, key)))) throw resourceNotFound(key.id);
  },
};
