import { expect, test } from "vitest";
import { createEmulator, isEmulatorError } from "../src/index.ts";
import { get, harborline, quillnote, roots, startEmulator, stillClock } from "./emulator-under-test.ts";

const synchronization = `v1.0/${roots[0]}/synchronization`;

test("the directory names the apps of the sample tenant with their ids", async () => {
  const emulator = await startEmulator();
  expect(emulator.seeded).toBe(true);
  expect(await emulator.directory()).toEqual([
    {
      displayName: "Harborline",
      appId: "f09d6a35-8c4b-4e12-97d0-b1e5743c8fa6",
      applicationId: harborline.applicationId,
      servicePrincipalId: harborline.servicePrincipalId,
      jobIds: [harborline.jobId],
    },
    {
      displayName: "Quillnote",
      appId: quillnote.appId,
      applicationId: quillnote.applicationId,
      servicePrincipalId: quillnote.servicePrincipalId,
      jobIds: [quillnote.jobId],
    },
  ]);
});

test("both roots of an app and both versions answer the same object", async () => {
  const emulator = await startEmulator();
  const answers = await Promise.all(
    ["v1.0", "beta"].flatMap((version) =>
      roots.map(async (root) => {
        const { body } = await get(emulator, `${version}/${root}/synchronization?$expand=jobs,templates`);
        return { ...body, "@odata.context": undefined };
      }),
    ),
  );
  expect(answers).toHaveLength(4);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("the sample's times come from the clock", async () => {
  const { body } = await get(await startEmulator({ clock: stillClock }), `${synchronization}/jobs`);
  expect(body).toHaveProperty("value[0].status.lastExecution.timeEnded", "2026-05-06T06:56:09Z");
});

test("fetch takes a string, a URL, or a Request", async () => {
  const emulator = await startEmulator();
  const address = `https://graph.microsoft.com/${synchronization}`;
  const init = { headers: { authorization: "Bearer any" } };
  const inputs = [() => emulator.fetch(address, init), () => emulator.fetch(new URL(address), init)];
  for (const call of [...inputs, () => emulator.fetch(new Request(address, init))]) {
    expect((await call()).status).toBe(200);
  }
});

test("fetch rejects where the global one does: a bad URL, an aborted signal", async () => {
  const emulator = await startEmulator();
  await expect(emulator.fetch("/v1.0/no-host")).rejects.toThrow(TypeError);
  const reason = new Error("no longer wanted");
  const signal = AbortSignal.abort(reason);
  await expect(emulator.fetch(`https://graph.microsoft.com/${synchronization}`, { signal })).rejects.toBe(reason);
});

test("a server's request is answered as it is, also where its caller has gone away", async () => {
  const emulator = await startEmulator();
  const headers = { authorization: "Bearer any" };
  const init = { headers, signal: AbortSignal.abort() };
  const response = await emulator.answer(new Request(`https://graph.microsoft.com/${synchronization}`, init));
  expect(response.status).toBe(200);
});

test("after close a call answers 503, and a second close does nothing", async () => {
  const emulator = await createEmulator();
  await emulator.close();
  await emulator.close();
  expect(await get(emulator, synchronization)).toMatchObject({
    status: 503,
    body: { error: { code: "ServiceUnavailable", message: "The emulator was closed. Create another one." } },
  });
});

test("after close the directory is refused, and one that is being read is not", async () => {
  const emulator = await createEmulator();
  const reading = emulator.directory();
  await emulator.close();
  expect(await reading).toHaveLength(2);
  const failure: unknown = await emulator.directory().catch((error: unknown) => error);
  expect(isEmulatorError(failure) && failure.code).toBe("bad-database");
  expect(failure).toHaveProperty("message", "The emulator was closed. Create another one.");
});

test("close waits for the calls that run", async () => {
  const emulator = await createEmulator();
  const calls = Array.from({ length: 20 }, () => get(emulator, `${synchronization}?$expand=jobs,templates`));
  await emulator.close();
  expect((await Promise.all(calls)).map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));
});

test("two emulators in memory know nothing of each other", async () => {
  const [one, two] = [await startEmulator(), await startEmulator({ seed: { applications: [] } })];
  expect((await one.directory()).length).toBe(2);
  expect(await two.directory()).toEqual([]);
});
