import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { rawInTeamsGraph } from "./raw-in-teams-graph.ts";
import { documentedStatuses, statusesByOperation, type RecordedRequest } from "./reached.ts";
import { ask, scriptJob } from "./scripted-job.ts";
import { tlsEmulator } from "./tls-emulator.ts";

/** What each client has no call of its own for, and sends by path. */
const clients = [
  { client: "graph-client", raw: {} },
  { client: "teams-graph", raw: rawInTeamsGraph },
  { client: "kiota", raw: {} },
];

/** What a program prints. */
interface Seen {
  readonly told: readonly (readonly [operation: string, answer: Readonly<Record<string, unknown>> | null])[];
  readonly gone: unknown;
  readonly raw?: readonly string[];
}

/** A process of its own, because Node reads NODE_EXTRA_CA_CERTS at its start. */
async function run(
  client: string,
  origin: string,
  known: object,
  env: Readonly<Record<string, string>>,
): Promise<Seen> {
  const program = fileURLToPath(new URL(`../programs/${client}.mjs`, import.meta.url));
  const options = { env: { ...process.env, ...env }, timeout: 40_000, maxBuffer: 16 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, [program, origin, JSON.stringify(known)], options);
  // Our own programs print nothing else.
  return JSON.parse(stdout) as Seen;
}

describe.each(clients)("Microsoft's client $client", ({ client, raw }) => {
  test("calls every operation over TLS, and is answered as documented", { timeout: 60_000 }, async () => {
    const { emulator, origin, certificate } = await tlsEmulator();
    const known = await scriptJob(emulator);
    const seen = await run(client, origin, known, { NODE_EXTRA_CA_CERTS: certificate });
    const answers = (operation: string): (object | null)[] =>
      seen.told.filter(([one]) => one === operation).map(([, answer]) => answer);

    const { value } = await ask<{ value: RecordedRequest[] }>(emulator, "GET", "_emulator/requests");
    // The last request asks for the job that is gone.
    expect([value.at(-1)?.status, seen.gone]).toEqual([404, 404]);
    expect(statusesByOperation(value.slice(0, -1))).toEqual(documentedStatuses);
    expect([...new Set(seen.raw)].sort()).toEqual(Object.keys(raw).sort());

    expect(answers("servicePrincipals.create")).toMatchObject([{ displayName: "Made by a client" }]);
    expect(answers("secrets.list")).toMatchObject([
      {
        value: [
          { key: "BaseAddress", value: "https://scim.example/v2" },
          { key: "SecretToken", value: "*" },
        ],
      },
    ]);
    const schemas = answers("jobs.schema.get");
    expect(schemas).toMatchObject([{ version: "v1.0" }, { version: "v1.1" }]);
    expect(schemas[1]).toEqual({ ...schemas[0], version: "v1.1" });
    expect(JSON.stringify(answers("jobs.schema.directories.discover"))).toContain('"badge"');
    expect(answers("jobs.create")).toMatchObject([{ schedule: { state: "Disabled" } }]);
    expect(answers("jobs.get")).toMatchObject([
      { schedule: { state: "Active" } },
      { schedule: { state: "Paused" } },
      { schedule: { state: "Active" } },
    ]);
    expect(answers("jobs.list")).toMatchObject([{ value: [{ templateId: "scim" }] }]);
    const container = { jobs: [{ templateId: "scim" }], templates: [{ id: "scim" }] };
    expect(answers("synchronization.get")).toMatchObject([container, container]);
    expect(answers("jobs.provisionOnDemand")).toMatchObject([{ key: "scripted" }]);
    expect(answers("objectConnections.get")).toMatchObject([{ sourceAnchor: "linked", targetAnchor: "there" }]);
    expect(answers("provisioningLogs.list")).toMatchObject([{ value: [{ id: "of-a-script" }] }]);
  });

  test("refuses the same server without its certificate", { timeout: 60_000 }, async () => {
    const { origin } = await tlsEmulator();
    await expect(run(client, origin, {}, {})).rejects.toThrow(/self-signed|certificate|fetch failed/iu);
  });
});

test("whatever a client sends by path has a reason", () => {
  for (const { raw } of clients) expect(Object.values(raw)).not.toContain("");
});
