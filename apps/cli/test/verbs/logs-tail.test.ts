import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/run.ts";
import { input, now } from "../run-cli.ts";
import { inProcess, sampleTenant } from "../sample-tenant.ts";
import { entry, idsOf, log } from "./log-entries.ts";
import { recording } from "./recording.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("logs tail --once --cursor goes on where the last run ended, also for an entry that came late", async () => {
  const tenant = await recording();
  const cursor = join(await temporaryFolder(), "logs.cursor");
  const tail = ["logs", "tail", "Quillnote", "--once", "--json", "--cursor", cursor];
  await log(tenant, entry("old", 60), entry("1", 12), entry("2", 4));
  expect(idsOf((await tenant.run(...tail)).stdout)).toEqual(["1", "2"]);
  expect(idsOf((await tenant.run(...tail)).stdout)).toEqual([]);
  await log(tenant, entry("late", 9), entry("3", 1));
  expect(idsOf((await tenant.run(...tail)).stdout)).toEqual(["late", "3"]);
  expect(tenant.sent.filter((line) => line.endsWith("/auditLogs/provisioning"))).toHaveLength(3);
  expect(JSON.parse(await readFile(cursor, "utf8"))).toMatchObject({ from: new Date(now - 900_000).toISOString() });
});

test("logs tail refuses a cursor of another question, and a file that is none", async () => {
  const tenant = await recording();
  const cursor = join(await temporaryFolder(), "logs.cursor");
  await tenant.run("logs", "tail", "--once", "--cursor", cursor);
  const { code, stderr } = await tenant.run("logs", "tail", "Quillnote", "--once", "--cursor", cursor);
  expect(code).toBe(2);
  expect(stderr).toContain("belongs to another question");
  await writeFile(cursor, "not ours");
  expect((await tenant.run("logs", "tail", "--once", "--cursor", cursor)).stderr).toContain("is no cursor");
  expect(await readFile(cursor, "utf8")).toBe("not ours");
});

test("logs tail prints entries as they come, until Ctrl-C", async () => {
  const emulator = await sampleTenant();
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const add = (id: string): Promise<Response> =>
    emulator.fetch("http://127.0.0.1:8787/_emulator/provisioningLogs", {
      method: "POST",
      headers,
      body: JSON.stringify({ value: [entry(id, 1)] }),
    });
  await add("1");
  const stop = new AbortController();
  let stdout = "";
  const code = await run({
    argv: ["logs", "tail", "--interval", "1s", ...inProcess],
    env: { GRAPH_SYNC_TOKEN: "any" },
    stdin: input(""),
    stdout: {
      write(text) {
        stdout += text;
        if (text.includes("Person 1")) void add("2");
        if (text.includes("Person 2")) stop.abort();
      },
    },
    stderr: { write: () => undefined },
    now: () => now,
    signal: stop.signal,
    fetch: (target, init) => emulator.fetch(new Request(target, init)),
  });
  expect(code).toBe(130);
  expect(stdout).toMatch(/^2026-05-06 .*create {2}success {2}Person 1 {2}target-1\n.*Person 2.*\n$/);
});
