import { getJob, listJobs } from "../../src/handlers/jobs.ts";
import type { Built, Call } from "../../src/handlers/handler.ts";

// @ts-expect-error: a handler without what its answer is would be an operation that nobody can answer.
export const withoutKind: Built<"jobs.get"> = { handle: getJob.handle };

// @ts-expect-error: a list is no entity.
export const wrongKind: Built<"jobs.list"> = { ...listJobs, kind: "entity" };

// @ts-expect-error: an action answers no body.
export const noBody: Built<"jobs.start"> = { kind: "entity", handle: () => Promise.resolve() };

// @ts-expect-error: what stands below neither root belongs to no app.
export type OwnerOf = Call<"servicePrincipals.get">["owner"];

// @ts-expect-error: the id of the root is not read by name; `owner` finds the app by it.
export const rootId = (call: Call<"jobs.get">): string => call.param("servicePrincipalId");
