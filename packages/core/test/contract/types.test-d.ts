import {
  type Collection,
  createCaller,
  type getJob,
  type InputOf,
  listJobs,
  listSecrets,
  type Open,
  type OperationOf,
  type OutputOf,
  type SynchronizationJob,
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

// Known members are offered, and an unknown one still type-checks.
type State = Exclude<NonNullable<SynchronizationJob["schedule"]>["state"], null | undefined>;
same<Same<State, Open<"Active" | "Disabled" | "Paused">>>();
export const unknown: State = "Hibernating";
