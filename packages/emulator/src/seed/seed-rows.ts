import { isJsonObject } from "@graph-sync/core";
import type { ApplicationRow, JobRow, SecretRow, ServicePrincipalRow, TemplateRow } from "../database/tables.ts";
import { objectIn, objectsIn, refuseMisfit, textIn, without, type SeedObject } from "./seed-document.ts";
import type { SeedDirectory } from "./tenant-directory.ts";

/** A seed as rows, ready to be written. */
export interface SeedRows extends SeedDirectory {
  readonly applications: readonly ApplicationRow[];
  readonly servicePrincipals: readonly ServicePrincipalRow[];
  readonly templates: readonly TemplateRow[];
  readonly jobs: readonly JobRow[];
  readonly secrets: readonly UnsealedRow[];
}

/** A secret whose value is still as it was given. */
type UnsealedRow = Omit<SecretRow, "value"> & { readonly value: string };

/** A synchronizationJob; members that Graph adds later are kept. */
export function jobRow(job: SeedObject, servicePrincipalId: string, ordinal: number): JobRow {
  const schedule = objectIn(job, "schedule");
  const status = objectIn(job, "status");
  return {
    id: textIn(job, "id"),
    service_principal_id: servicePrincipalId,
    ordinal,
    template_id: textIn(job, "templateId"),
    schedule_state: textIn(schedule, "state"),
    schedule_interval: textIn(schedule, "interval"),
    schedule: JSON.stringify(without(schedule, ["state", "interval"])),
    status_code: textIn(status, "code"),
    status: JSON.stringify(without(status, ["code"])),
    settings: listIn(job, "synchronizationJobSettings"),
    schema: schemaIn(job),
    watermark: watermarkIn(status),
    scripted_at: null,
    extra: JSON.stringify(
      without(job, ["id", "templateId", "schedule", "status", "synchronizationJobSettings", "schema"]),
    ),
  };
}

/** A synchronizationTemplate; without an `applicationId` it gets its app's. */
export function templateRow(template: SeedObject, appId: string, ordinal: number): TemplateRow {
  const columns = ["id", "applicationId", "factoryTag", "description", "default", "discoverable", "metadata", "schema"];
  const { applicationId, factoryTag, description, default: isDefault, discoverable } = template.members;
  return {
    app_id: appId,
    id: textIn(template, "id"),
    ordinal,
    application_id: typeof applicationId === "string" ? applicationId : appId,
    factory_tag: typeof factoryTag === "string" ? factoryTag : null,
    description: typeof description === "string" ? description : null,
    is_default: typeof isDefault === "boolean" ? Number(isDefault) : null,
    discoverable: typeof discoverable === "boolean" ? Number(discoverable) : null,
    metadata: listIn(template, "metadata"),
    schema: schemaIn(template),
    default_schema: schemaIn(template),
    extra: JSON.stringify(without(template, columns)),
  };
}

/** A key and its value. */
export function secretRow(pair: SeedObject, servicePrincipalId: string, ordinal: number): UnsealedRow {
  return { service_principal_id: servicePrincipalId, key: textIn(pair, "key"), ordinal, value: textIn(pair, "value") };
}

/** A job that has run has read its source up to its last success. */
function watermarkIn(status: SeedObject): string | null {
  const last = status.members["lastSuccessfulExecution"];
  return isJsonObject(last) && typeof last["timeEnded"] === "string" ? last["timeEnded"] : null;
}

function schemaIn(owner: SeedObject): string | null {
  const schema = owner.members["schema"];
  if (schema === undefined || schema === null) return null;
  const document = objectIn(owner, "schema");
  refuseMisfit(document);
  return JSON.stringify(document.members);
}

/** An array of objects as it was given; null where there is none, `"null"` where it was given as null. */
function listIn(owner: SeedObject, name: string): string | null {
  if (owner.members[name] === undefined) return null;
  objectsIn(owner, name);
  return JSON.stringify(owner.members[name]);
}
