import {
  batch,
  batchItem,
  type Collection,
  createCaller,
  createTemplate,
  edited,
  type getJob,
  getSynchronization,
  type InputOf,
  listJobs,
  listSecrets,
  type Open,
  type OperationOf,
  type OutputOf,
  replaceJobSchema,
  type SynchronizationJob,
  type SynchronizationRule,
  type SynchronizationSchema,
  type Transport,
} from "@graph-sync/core";

declare const transport: Transport;
const graph = createCaller({ transport });

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <_ extends true>(): void => undefined;

same<Same<OutputOf<OperationOf<"jobs.list">>, Collection<SynchronizationJob>>>();
same<Same<OperationOf<"jobs.get">, typeof getJob>>();
same<Same<InputOf<typeof getJob>["jobId"], string>>();

graph.pages(listJobs, { servicePrincipalId: "1", query: { select: ["id", "status"], expand: ["schema"], top: 5 } });
graph.pages(listSecrets, { applicationId: "1" });

// @ts-expect-error one of the two roots
graph.pages(listSecrets, {});
// @ts-expect-error not both roots
graph.pages(listSecrets, { applicationId: "1", servicePrincipalId: "1" });
// @ts-expect-error a property that a job does not have
graph.pages(listJobs, { applicationId: "1", query: { select: ["nmae"] } });
// @ts-expect-error a relation that a job does not have
graph.pages(listJobs, { applicationId: "1", query: { expand: ["templates"] } });

// @ts-expect-error what a template is made from is more than its id
void graph.call(createTemplate, { applicationId: "1", body: { id: "mine" } });

// What may be absent may be undefined, as it is where a program passes its own options on.
declare const maybe: { signal?: AbortSignal; from?: string; filter?: string; attempts?: number };
graph.pages(listJobs, { applicationId: "1", query: { filter: maybe.filter } }).byPage({ from: maybe.from });
void graph.call(getSynchronization, { applicationId: "1" }, { signal: maybe.signal });
void batch(graph, [batchItem(listJobs, { applicationId: "1" })], { attempts: maybe.attempts, signal: maybe.signal });

// A read-only model is changed by way of a copy.
declare const schema: SynchronizationSchema;
// @ts-expect-error a model is what was read
schema.version = "v2";
// @ts-expect-error a list of a model is what was read
export const rules: SynchronizationRule[] = schema.synchronizationRules ?? [];
const changed: SynchronizationSchema = edited(schema, (draft) => {
  for (const { objectMappings } of draft.synchronizationRules ?? []) {
    objectMappings?.[0]?.attributeMappings?.push({ targetAttributeName: "mail", flowType: "Someday" });
  }
  // @ts-expect-error a member that a schema does not have
  draft.rules = [];
});
void graph.call(replaceJobSchema, { applicationId: "1", jobId: "j", body: changed });

// Known members are offered, and an unknown one still type-checks.
type State = Exclude<NonNullable<SynchronizationJob["schedule"]>["state"], null | undefined>;
same<Same<State, Open<"Active" | "Disabled" | "Paused">>>();
export const unknown: State = "Hibernating";
