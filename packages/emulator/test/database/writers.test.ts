import type { SynchronizationJob } from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import { newLastingDatabase } from "../database-under-test.ts";
import { ask, newGroup, newUser, reference } from "../directory-under-test.ts";
import { get, quillnote, roots, send, startEmulator } from "../emulator-under-test.ts";

const writers = 8;
const rounds = 12;
const job = `jobs/${quillnote.jobId}`;

/** What eight writers write through: one emulator, or one for each of them on the same database. */
const ways: readonly (readonly [string, () => Promise<readonly Emulator[]>])[] = [
  ["one emulator", async () => Array<Emulator>(writers).fill(await startEmulator())],
  [
    "an emulator each",
    async () => {
      const database = await newLastingDatabase();
      return Promise.all(Array.from({ length: writers }, () => startEmulator({ database })));
    },
  ],
];

describe.each(ways)("eight parallel writers on one job, through %s,", (_, start) => {
  test("never bring it to a state that the machine forbids", async () => {
    const emulators = await start();
    const scopes = ["None", "QuarantineState", "Watermark, Escrows", "Full"];
    let writing = true;
    const seen = watch(emulators[0], () => writing);
    const answers = await Promise.all(
      emulators.map(async (emulator, writer) => {
        const statuses = [];
        for (let round = 0; round < rounds; round += 1) {
          const criteria = { resetScope: scopes[(writer + round) % scopes.length] };
          const action = ["start", "pause", "restart"][(writer * 5 + round) % 3];
          const body = action === "restart" ? { criteria } : undefined;
          statuses.push((await send(emulator, "POST", `${job}/${action}`, body)).status);
          await aTurn();
        }
        return statuses;
      }),
    );
    writing = false;
    expect(new Set(answers.flat())).toEqual(new Set([204]));
    const states = await seen;
    expect(states.length).toBeGreaterThan(1);
    expect(states.map(faultOf).filter((fault) => fault !== undefined)).toEqual([]);
  });

  test("lose no change: a version counts each of them", async () => {
    const emulators = await start();
    const schema = (await send(at(emulators, 0), "GET", `${job}/schema`)).body;
    const first = versionOf(schema["version"]);
    await Promise.all(
      emulators.map(async (emulator) => {
        for (let round = 0; round < rounds; round += 1) {
          expect((await send(emulator, "PUT", `${job}/schema`, schema)).status).toBe(204);
        }
      }),
    );
    const last = (await send(at(emulators, 0), "GET", `${job}/schema`)).body;
    expect(versionOf(last["version"]) - first).toBe(writers * rounds);
  });

  test("make as many jobs as were acknowledged, in one order", async () => {
    const emulators = await start();
    const made = await Promise.all(emulators.map((emulator) => send(emulator, "POST", "jobs", { templateId: "scim" })));
    const ids = made.filter(({ status }) => status === 201).map(({ body }) => body["id"]);
    const lists = await Promise.all(
      emulators.map((emulator) => get(emulator, `v1.0/${roots[0]}/synchronization/jobs`)),
    );
    const orders = new Set(lists.map(({ body }) => JSON.stringify(idsIn(body["value"]))));
    expect(orders.size).toBe(1);
    expect(idsIn(lists[0]?.body["value"]).slice(1).sort()).toEqual(ids.sort());
  });
});

/**
 * A write beside a transaction would wait for the lock on the one thread that could release it, and fail; one in two parts
 * would let another one between them.
 */
test("every kind of write takes its turn among other emulators on the same database", { timeout: 60_000 }, async () => {
  const database = await newLastingDatabase();
  const emulators = await Promise.all([1, 2].map(() => startEmulator({ database })));
  const schema = (await send(at(emulators, 0), "GET", `${job}/schema`)).body;
  /** A write, while the other emulator has one transaction after the other. */
  const amid = async (write: () => Promise<{ readonly status: number }>): Promise<void> => {
    const other = () => send(at(emulators, 1), "PUT", `${job}/schema`, schema);
    const answers = await Promise.all([other(), other(), write(), other(), other()]);
    statuses.push(...answers.map(({ status }) => status));
  };
  const statuses: number[] = [];
  const emulator = at(emulators, 0);
  const ada = await newUser(emulator, "ada");
  const crew = await newGroup(emulator, "crew");
  const role = "00000000-0000-0000-0000-000000000000";
  const assignment = { principalId: ada, resourceId: quillnote.servicePrincipalId, appRoleId: role };
  const template = { id: "scim", factoryTag: "CustomSCIM", schema: { synchronizationRules: [] } };
  for (let round = 0; round < 4; round += 1) {
    const made = String((await send(emulator, "POST", "jobs", { templateId: "scim" })).body["id"]);
    const assigned = await ask(emulator, "POST", `/users/${ada}/appRoleAssignments`, assignment);
    const app = String((await ask(emulator, "POST", "/applications", { displayName: "x" })).body["id"]);
    await amid(() => send(emulator, "PATCH", `jobs/${made}`, { synchronizationJobSettings: [] }));
    await amid(() => send(emulator, "DELETE", `jobs/${made}`));
    await amid(() =>
      ask(emulator, "PATCH", `/applications/${quillnote.applicationId}/synchronization/templates/scim`, template),
    );
    await amid(() => ask(emulator, "POST", `/groups/${crew}/members/$ref`, reference(ada)));
    await amid(() => ask(emulator, "DELETE", `/groups/${crew}/members/${ada}/$ref`));
    await amid(() => ask(emulator, "DELETE", `/users/${ada}/appRoleAssignments/${String(assigned.body["id"])}`));
    await amid(() => ask(emulator, "DELETE", `/applications/${app}`));
    await amid(() => ask(emulator, "DELETE", `/users/${ada}`));
    await amid(() => ask(emulator, "POST", `/directory/deletedItems/${ada}/restore`));
  }
  expect(statuses.filter((status) => status >= 300)).toEqual([]);
});

/** Reads the job again and again. */
async function watch(emulator: Emulator | undefined, goOn: () => boolean): Promise<readonly SynchronizationJob[]> {
  const states: SynchronizationJob[] = [];
  while (emulator !== undefined && goOn()) {
    const { status, body } = await send(emulator, "GET", job);
    expect(status).toBe(200);
    states.push(body);
    await aTurn();
  }
  return states;
}

/** In memory nothing waits for a disk or a socket, so that whoever does not stop for others has the thread to the end. */
function aTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Schedule and status of a job go together: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus */
function faultOf({ schedule, status }: SynchronizationJob): string | undefined {
  const { state } = schedule ?? {};
  const { code } = status ?? {};
  const inQuarantine = (status?.quarantine ?? null) !== null;
  const allowed: Readonly<Record<string, readonly unknown[]>> = {
    Paused: ["Paused"],
    Active: inQuarantine ? ["Quarantine"] : ["Active", "NotRun"],
  };
  return allowed[String(state)]?.includes(code) ? undefined : `schedule ${state}, status ${code}, ${inQuarantine}`;
}

function versionOf(version: unknown): number {
  return Number(/^v1\.(?<minor>\d+)$/u.exec(String(version))?.groups?.["minor"] ?? 0);
}

function idsIn(jobs: unknown): readonly string[] & string[] {
  return Array.isArray(jobs) ? jobs.map((one: SynchronizationJob) => String(one.id)) : [];
}

function at(emulators: readonly Emulator[], index: number): Emulator {
  const emulator = emulators[index];
  if (emulator === undefined) throw new Error(`There are ${emulators.length} emulators.`);
  return emulator;
}
