import { spawn } from "node:child_process";
import { cp, lutimes, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fakeAuthority } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { readSnapshot } from "../../src/commands/snapshot/snapshot-folder.ts";
import { serving } from "../loopback.ts";
import { runCli } from "../run-cli.ts";
import { harborline, quillnote, sampleTenant } from "../sample-tenant.ts";
import { schemaFile } from "../verbs/offline.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";

/** The built program, with a module before it that ends it at a step of its writing. */
const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const endAt = new URL("end-at.mjs", import.meta.url).href;

/** More steps than any verb has. */
const maxSteps = 60;

interface Service {
  readonly url: string;
  readonly authority: string;
}

/** A verb that writes into a folder. */
interface Writing {
  readonly words: (service: Service, folder: string) => readonly string[];
  /** Puts there what an earlier run has left. */
  readonly before?: (service: Service, folder: string) => Promise<void>;
  /** What whoever reads the file gets of it. */
  readonly read: (folder: string) => Promise<unknown>;
  /** The first step at which it is ended, and how many lie between two: each costs the start of a process. */
  readonly from: number;
  readonly every: number;
  /** It adds to a file of lines, which only the run after it makes whole. */
  readonly adds?: true;
}

const schemaPlan = ({ url }: Service, folder: string): readonly string[] => [
  ...["schema", "plan", "Quillnote", "-f", schemaFile("edited"), "-o", join(folder, "plan.json"), "--base-url", url],
];
const snapshotCreate = ({ url }: Service, folder: string): readonly string[] => [
  ...["snapshot", "create", join(folder, "kept"), "--base-url", url],
];

const writings: Readonly<Record<string, Writing>> = {
  "schema export -o": {
    words: ({ url }, folder) => ["schema", "export", "Quillnote", "-o", join(folder, "schema.json"), "--base-url", url],
    before: (_, folder) => writeFile(join(folder, "schema.json"), "an older schema"),
    read: (folder) => textOf(folder, "schema.json"),
    from: 1,
    every: 1,
  },
  "schema plan -o": {
    words: schemaPlan,
    // The time of the plan is another one in each run.
    read: async (folder) => (await textOf(folder, "plan.json")).replace(/"plannedAt": "[^"]+"/, ""),
    from: 3,
    every: 3,
  },
  "the history of schema apply": {
    words: ({ url }, folder) => ["schema", "apply", join(folder, "plan.json"), "--yes", "--base-url", url],
    before: (service, folder) => runHere(folder, schemaPlan(service, folder)),
    async read(folder) {
      const names = (await namesBelow(folder)).filter((name) => /schema-history.*\.json$/.test(name));
      // A second one is kept by the run that comes after.
      return new Set(await Promise.all(names.map((name) => readFile(join(folder, name), "utf8"))));
    },
    from: 3,
    every: 3,
  },
  "logs export -o": {
    words: ({ url }, folder) => ["logs", "export", "-o", join(folder, "logs.ndjson"), "--base-url", url],
    read: (folder) => textOf(folder, "logs.ndjson"),
    from: 3,
    every: 3,
  },
  "logs export -o --cursor": {
    words: ({ url }, folder) => [
      ...["logs", "export", "-o", join(folder, "logs.ndjson"), "--cursor", join(folder, "cursor"), "--base-url", url],
    ],
    read: (folder) => textOf(folder, "logs.ndjson"),
    from: 1,
    every: 1,
    adds: true,
  },
  "snapshot create, the first": { words: snapshotCreate, read: snapshotIn, from: 1, every: 4 },
  "snapshot create, in place of another": {
    words: snapshotCreate,
    async before(service, folder) {
      await runHere(folder, snapshotCreate(service, folder));
      const job = join(folder, "kept/apps", quillnote.servicePrincipal, quillnote.jobId, "job.json");
      await writeFile(job, (await readFile(job, "utf8")).replace("PT40M", "PT1H"));
    },
    read: snapshotIn,
    // Before that, it only writes beside the old one.
    from: 12,
    every: 1,
  },
  "the tokens of login": {
    words: ({ url, authority }) => [
      ...["login", "--client-secret-env", "SECRET", "--tenant", tenantId, "--client-id", clientId],
      ...["--base-url", url, "--authority", authority],
    ],
    async read(folder) {
      const kept = await textOf(folder, "tokens.json");
      return kept === "absent" ? kept : Object.keys(JSON.parse(kept) as object);
    },
    from: 3,
    every: 3,
  },
};

const tenantId = "7d0c1be2-4f6a-4c0e-9a51-d2b8e3f04a96";
const clientId = "0d6f1c1e-51b8-4b7e-9a57-5a3f1f0f7c11";
const secret = "s3cret~of.the-app";

/** Undefined where there is no snapshot. */
async function snapshotIn(folder: string): Promise<unknown> {
  return readSnapshot(join(folder, "kept")).catch(() => "absent");
}

function textOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), "utf8").catch(() => "absent");
}

const asking = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;
let asked = 0;
/** Each of the signals that ask a program to end, in turn, with the exit code that it then has. */
function nextAsking(): readonly [name: string, code: number] {
  return asking[asked++ % asking.length] ?? asking[0];
}

const unfinished = /\.(new|old|lock)\b/;

async function namesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).toSorted();
}

/** A tenant that takes a schema and leaves it as it was, so that every run finds the same. */
async function service(): Promise<Service> {
  const emulator = await sampleTenant();
  const value = [{ id: "1", activityDateTime: "2026-05-06T07:00:00Z", provisioningAction: "create" }];
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const body = JSON.stringify({ value });
  await emulator.fetch("http://127.0.0.1/_emulator/provisioningLogs", { method: "POST", headers, body });
  // One app is enough for a snapshot.
  await emulator.fetch(`http://127.0.0.1/v1.0/servicePrincipals/${harborline.servicePrincipal}`, {
    method: "DELETE",
    headers,
  });
  const url = await serving((request) => {
    const id = request.headers.get("client-request-id") ?? "";
    return request.method === "PUT"
      ? new Response(null, { status: 204, headers: { "client-request-id": id } })
      : emulator.fetch(request);
  });
  const authority = fakeAuthority({ tenantId, apps: [{ clientId, secrets: [secret] }] });
  return { url, authority: await serving(authority.fetch) };
}

function environment(folder: string): Readonly<Record<string, string>> {
  return { GRAPH_SYNC_TOKEN: "any", SECRET: secret, GRAPH_SYNC_CONFIG: folder, XDG_STATE_HOME: folder };
}

/** Runs the program in this process, where nothing ends it. */
async function runHere(folder: string, words: readonly string[]): Promise<void> {
  const { code, stderr } = await runCli(words, { env: environment(folder) });
  expect(code, stderr).toBe(0);
}

/** Runs it until a step; gives its exit code, or the signal that ended it. */
function runUntil(step: number, by: string, folder: string, words: readonly string[]): Promise<number | string> {
  const env = { ...environment(folder), END_AT: String(step), END_BY: by };
  const child = spawn(process.execPath, ["--import", endAt, main, ...words], { env, stdio: "ignore" });
  return new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal ?? "")));
}

describe.each(Object.entries(writings))("%s", (_, { words, before, read, from, every, adds }) => {
  test.each(["SIGKILL", "a signal that asks"])(
    "is whole or as it was after %s at any step",
    { timeout: 60_000 },
    async (kind) => {
      const asks = kind !== "SIGKILL";
      const there = await service();
      const begun = await temporaryFolder();
      await before?.(there, begun);
      const begin = async (): Promise<string> => {
        const folder = await temporaryFolder();
        await cp(begun, folder, { recursive: true });
        return folder;
      };
      const whole = await begin();
      const old = await read(whole);
      await runHere(whole, words(there, whole));
      const fresh = await read(whole);
      expect(fresh).not.toEqual(old);

      /** Whether the program came to that step. */
      const endedAt = async (step: number): Promise<boolean> => {
        const folder = await begin();
        const [name, code] = asks ? nextAsking() : ["SIGKILL", "SIGKILL"];
        const ended = await runUntil(step, name, folder, words(there, folder));
        if (ended === 0) return false;
        expect(ended).toBe(code);
        if (adds !== true) expect([old, fresh], `at step ${step}`).toContainEqual(await read(folder));
        const left = (await namesBelow(folder)).filter((name) => unfinished.test(name));
        if (asks) expect(left, `at step ${step}`).toEqual([]);
        if (left.length === 0 && adds !== true) return true;
        for (const name of left) await lutimes(join(folder, name), 0, 0);
        await runHere(folder, words(there, folder));
        expect(await read(folder), `after step ${step}`).toEqual(fresh);
        expect(
          (await namesBelow(folder)).filter((name) => unfinished.test(name)),
          `after step ${step}`,
        ).toEqual([]);
        return true;
      };
      const stride = asks ? every * 3 : every;
      let step = from;
      while (step < maxSteps && (await endedAt(step))) step += stride;
      expect(step).toBeGreaterThan(5);
      expect(step).toBeLessThan(maxSteps);
    },
  );
});

test("a program that is killed would leave half a file without this: the steps are real", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "half.json");
  const script = `import { writeFile } from "node:fs/promises"; await writeFile(${JSON.stringify(file)}, "whole");`;
  await mkdir(folder, { recursive: true });
  const env = { END_AT: "1", END_BY: "SIGKILL" };
  const child = spawn(process.execPath, ["--import", endAt, "--input-type=module", "-e", script], { env });
  await new Promise((resolve) => child.on("close", resolve));
  expect(await readFile(file, "utf8")).toBe("who");
});
