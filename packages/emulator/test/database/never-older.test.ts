import { expect, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import { newFolder } from "../database-under-test.ts";
import { get, harborline, quillnote, startEmulator, stillClock } from "../emulator-under-test.ts";

const app = `v1.0/servicePrincipals/${quillnote.servicePrincipalId}`;
const job = `${app}/synchronization/jobs/${quillnote.jobId}`;

/** Lists and what is in them, whole and in part, from either root and version. */
const reads = [
  `${app}/synchronization`,
  `${app}/synchronization/jobs`,
  `${app}/synchronization/jobs?$select=status`,
  `${app}/synchronization/jobs?$expand=schema`,
  `beta/applications/${quillnote.applicationId}/synchronization/jobs`,
  job,
  `${job}/schema`,
  `${app}/synchronization/secrets`,
  `${app}/synchronization/templates`,
  `${app}/synchronization/templates/scim`,
  `v1.0/servicePrincipals/${harborline.servicePrincipalId}/synchronization/jobs`,
  "v1.0/servicePrincipals",
  "v1.0/applications?$filter=startswith(displayName,'N')",
  `v1.0/applications/${quillnote.applicationId}`,
  "v1.0/auditLogs/provisioning?$top=2",
  "v1.0/users",
  "v1.0/groups",
];

const entry = { id: "log-1", activityDateTime: "2026-05-06T07:00:00Z", jobId: quillnote.jobId };

/** One write after another: of handlers, of scripts, refused ones, and such as change everything at once. */
const writes: readonly (readonly [status: number, method: string, path: string, body?: object])[] = [
  [204, "POST", `${job}/pause`],
  [204, "POST", `${job}/start`],
  [204, "PATCH", job, { synchronizationJobSettings: [{ name: "a", value: "b" }] }],
  [400, "PATCH", job, { status: {} }],
  [204, "PUT", `${job}/schema`, { id: "x", synchronizationRules: [] }],
  [204, "DELETE", `${job}/schema`],
  [204, "PUT", `${app}/synchronization/secrets`, { value: [{ key: "BaseAddress", value: "https://scim.example" }] }],
  [
    204,
    "PATCH",
    `${app}/synchronization/templates/scim`,
    { id: "scim", applicationId: quillnote.appId, description: "d" },
  ],
  [204, "PATCH", `v1.0/applications/${quillnote.applicationId}`, { displayName: "Notes" }],
  [204, "PATCH", `_emulator/jobs/${quillnote.jobId}`, { status: { code: "Quarantine" } }],
  [201, "POST", "_emulator/provisioningLogs", { value: [entry] }],
  [409, "POST", "_emulator/provisioningLogs", { value: [{ ...entry, id: "log-2" }, entry] }],
  [200, "POST", "_emulator/clock", { advanceMs: 60_000 }],
  [204, "POST", `${job}/restart`, { criteria: { resetScope: "Full" } }],
  [204, "DELETE", job],
  [204, "POST", "_emulator/reset"],
];

async function answers(emulator: Emulator): Promise<readonly unknown[]> {
  const all = [];
  for (const path of reads) {
    const { status, headers, body } = await get(emulator, path);
    const found = status === 200 && body;
    all.push({ path, status, found, scripted: headers.get("x-graph-sync"), date: headers.get("date") });
  }
  return all;
}

test("after each write an emulator that remembers answers what one that reads anew does", async () => {
  const options = { control: true, clock: stillClock };
  const remembering = await startEmulator(options);
  const other = await startEmulator({ ...options, seed: { applications: [] } });
  const reading = await startEmulator({ ...options, database: `file:${newFolder()}/tenant.db` });
  const nothing = await answers(other);
  for (const [status, method, path, body] of writes) {
    const before = await answers(remembering);
    expect(before).toEqual(await answers(reading));
    // Asked twice, for the second time it is remembered.
    expect(await answers(remembering)).toEqual(before);
    const init = {
      method,
      ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    };
    for (const emulator of [remembering, reading]) {
      expect([path, (await get(emulator, path, init)).status]).toEqual([path, status]);
    }
  }
  expect(await answers(remembering)).toEqual(await answers(reading));
  expect(await answers(other)).toEqual(nothing);
});
