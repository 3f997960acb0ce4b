import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newFolder, runToEnd, runToEndWith, start, startWith } from "./server-process.ts";

const token = "b5f1c2d4e6a798b0c1d2e3f405162738";
const path = "servicePrincipals/84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56/synchronization/jobs";

async function statusOf(url: string, authorization?: string): Promise<number> {
  const response = await fetch(`${url}/${path}`, authorization === undefined ? {} : { headers: { authorization } });
  await response.arrayBuffer();
  return response.status;
}

test("without auth any bearer token is taken, and no request without one", async () => {
  const { url } = await start("--port", "0");
  expect([await statusOf(url, "Bearer any"), await statusOf(url)]).toEqual([200, 401]);
});

describe("with static auth", () => {
  test("only the tokens of the environment are taken, also from an address that is not loopback", async () => {
    const { url, child, ended } = await startWith(
      { GRAPH_SYNC_SERVER_TOKEN: `${token}\nanother-token-0123456789` },
      ...["--port", "0", "--auth", "static", "--host", "0.0.0.0"],
    );
    const reachable = url.replace("0.0.0.0", "127.0.0.1");
    const sent = [`Bearer ${token}`, "bearer another-token-0123456789", "Bearer any", `Bearer ${token}x`, undefined];
    const statuses = await Promise.all(sent.map((one) => statusOf(reachable, one)));
    expect(statuses).toEqual([200, 200, 401, 401, 401]);
    child.kill("SIGTERM");
    const { stdout, stderr } = await ended;
    expect(stdout).toContain("Only the given tokens are accepted");
    expect(stdout + stderr).not.toContain(token);
  });

  test("the tokens may be in a file, one a line", async () => {
    const file = join(newFolder(), "tokens");
    writeFileSync(file, `\n${token}\r\n\r\n`);
    const { url } = await start("--port", "0", "--auth", "static", "--token-file", file);
    expect([await statusOf(url, `Bearer ${token}`), await statusOf(url, "Bearer any")]).toEqual([200, 401]);
  });

  test("a target inside of the network is refused once others may name one", async () => {
    const { url } = await startWith(
      { GRAPH_SYNC_SERVER_TOKEN: token },
      ...["--port", "0", "--auth", "static", "--host", "0.0.0.0"],
    );
    const root = `${url.replace("0.0.0.0", "127.0.0.1")}/${path}`;
    const jobId = "scim.7d0c1be24f6a4c0e9a51d2b8e3f04a96.5b0f7c1e-93d2-4a68-8e1f-c07a4be2d913";
    const hosts = [
      "http://127.0.0.1:1",
      "https://127.0.0.1:1",
      "https://localhost:1",
      "https://[::1]:1",
      "https://10.0.0.1",
    ];
    for (const host of [...hosts, "https://169.254.169.254/metadata", "https://[::ffff:10.0.0.1]"]) {
      const response = await fetch(`${root}/${jobId}/validateCredentials`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({
          credentials: [
            { key: "BaseAddress", value: host },
            { key: "SecretToken", value: "s3cr3t" },
          ],
        }),
      });
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringMatching(/ERR_TARGET_(INNER|NOT_HTTPS)/u),
      ]);
    }
  });
});

test.each<[RegExp, string[], Readonly<Record<string, string>>]>([
  [/does not listen on "0\.0\.0\.0".*--auth static/u, ["--host", "0.0.0.0"], {}],
  [/needs at least one token/u, ["--auth", "static"], {}],
  [/needs at least one token/u, ["--auth", "static"], { GRAPH_SYNC_SERVER_TOKEN: " \n" }],
  [
    /Token 2 of --auth static is no bearer token/u,
    ["--auth", "static"],
    { GRAPH_SYNC_SERVER_TOKEN: `${token}\nshort-secret` },
  ],
  [/--token-file is for --auth static/u, ["--token-file", "tokens"], {}],
  [/given twice/u, ["--auth", "static", "--token-file", "x"], { GRAPH_SYNC_SERVER_TOKEN: token }],
  [/Allowed choices are none, static/u, ["--auth", "oauth"], {}],
])("a wrong access is refused before anything listens: %s", async (sentence, args, env) => {
  const { code, stdout, stderr } = await runToEndWith(env, ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/short-secret|b5f1c2d4/u);
});

test("a token or a key is no flag: the command line is no place for it", async () => {
  for (const flag of ["--token", "--key"]) expect((await runToEnd(flag, "x")).code).toBe(2);
});
