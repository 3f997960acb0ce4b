import { bearer, createClient, isGraphServiceError, listJobs } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { expect, test } from "vitest";
import { get, quillnote, startEmulator } from "../emulator-under-test.ts";

test("our client reads every resource without a socket, by both roots", async () => {
  const emulator = await startEmulator();
  const graph = createClient({ transport: fetchTransport({ fetch: emulator.fetch }), plugins: [bearer("any")] });
  for (const root of [
    graph.servicePrincipals(quillnote.servicePrincipalId),
    graph.applications(quillnote.applicationId),
  ]) {
    const container = await root.synchronization.get({ expand: ["jobs", "templates"] });
    expect(container).toMatchObject({ jobs: [{ id: quillnote.jobId }], templates: [{ id: "scim" }] });
    const jobs = [];
    for await (const job of root.synchronization.jobs.list()) jobs.push(job);
    expect(jobs).toEqual(container.jobs);
    expect(await root.synchronization.jobs(quillnote.jobId).get()).toMatchObject({ status: { code: "Active" } });
  }
});

test("an error of the emulator is our client's service error", async () => {
  const emulator = await startEmulator();
  const graph = createClient({ transport: fetchTransport({ fetch: emulator.fetch }), plugins: [bearer("any")] });
  const failure: unknown = await graph
    .call(listJobs, { servicePrincipalId: quillnote.appId })
    .catch((error: unknown) => error);
  expect(isGraphServiceError(failure) && [failure.status, failure.code]).toEqual([404, "Request_ResourceNotFound"]);
});

test("a wrapped fetch plays a service that refuses the container", async () => {
  const emulator = await startEmulator();
  const fetch: typeof emulator.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return pathname.endsWith("/synchronization") ? new Response("", { status: 404 }) : emulator.fetch(input, init);
  };
  const graph = createClient({ transport: fetchTransport({ fetch }), plugins: [bearer("any")] });
  const { synchronization } = graph.servicePrincipals(quillnote.servicePrincipalId);
  await expect(synchronization.get()).rejects.toMatchObject({ status: 404 });
  expect(await synchronization.jobs(quillnote.jobId).get()).toMatchObject({ id: quillnote.jobId });
  expect((await get(emulator, `v1.0/servicePrincipals/${quillnote.servicePrincipalId}/synchronization`)).status).toBe(
    200,
  );
});
