import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import Libsql from "libsql";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";
import { getJson, launch, newFolder, runToEnd, start } from "./server-process.ts";

const container = "servicePrincipals/84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56/synchronization?$expand=jobs";
const app = { jobs: [{ status: { code: "Active" } }] };

async function certificate(folder: string): Promise<{ certFile: string; keyFile: string; cert: string }> {
  const pems = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const [certFile, keyFile] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  writeFileSync(certFile, pems.cert);
  writeFileSync(keyFile, pems.private);
  return { certFile, keyFile, cert: pems.cert };
}

describe("a server that runs", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "prints where it listens, answers, and ends with 0 on %s",
    async (signal) => {
      const { url, child, ended } = await start("--port", "0");
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/v1\.0$/u);
      expect(await getJson(`${url}/${container}`)).toMatchObject(app);
      // Two connections that stay open must not keep it: one that was used, and one that never was.
      const silent = connect(Number(new URL(url).port), "127.0.0.1");
      await new Promise((resolve) => silent.once("connect", resolve));
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("service principal  84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56");
      expect(stdout).toContain("application        1c9a4e70-6b2d-4f85-a3e8-90d7c5f1b264");
    },
  );

  test("speaks TLS with the certificate that it is given", async () => {
    const { certFile, keyFile, cert } = await certificate(newFolder());
    const { url, child, ended } = await start("--port", "0", "--tls-cert", certFile, "--tls-key", keyFile);
    expect(url).toMatch(/^https:/u);
    expect(await getJson(`${url}/${container}`, cert)).toMatchObject(app);
    const silent = connect(Number(new URL(url).port), "127.0.0.1");
    await new Promise((resolve) => silent.once("connect", resolve));
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });

  test("listens on the loopback name that it is given", async () => {
    const { url } = await start("--port", "0", "--host", "localhost");
    expect(new URL(url).hostname).toBe("localhost");
    expect(await getJson(`${url}/${container}`)).toMatchObject(app);
  });

  test("reads a body of 1 MiB, and refuses a longer one", async () => {
    const { url } = await start("--port", "0");
    const statuses = [];
    for (const bytes of [1_048_576, 1_048_577, 8_388_608]) {
      const response = await fetch(`${url}/servicePrincipals/none/synchronization/jobs`, {
        method: "POST",
        headers: { authorization: "Bearer any" },
        body: new Blob([new Uint8Array(bytes)]).stream(),
        duplex: "half",
      });
      statuses.push(response.status);
      await response.text();
    }
    expect(statuses).toEqual([404, 413, 413]);
  });

  test("gives the same object after a restart on the same file, and does not seed it again", async () => {
    const folder = newFolder();
    const database = `file:${join(folder, "tenant.db")}`;
    writeFileSync(join(folder, "seed.json"), JSON.stringify({ value: [] }));
    const first = await start("--port", "0", "--database", database);
    const before = await getJson(`${first.url}/${container}`);
    first.child.kill("SIGTERM");
    await first.ended;
    const second = await start("--port", "0", "--database", database, "--seed", join(folder, "seed.json"));
    expect(await getJson(`${second.url}/${container}`)).toEqual(before);
    second.child.kill("SIGTERM");
    expect((await second.ended).stderr).toMatch(/the seed was not used/u);
  });

  test("can be steered by tests where that was asked for, and not otherwise", async () => {
    const headers = { authorization: "Bearer any" };
    for (const [args, status] of [
      [["--control"], 200],
      [[], 404],
    ] as const) {
      const { url, child, ended } = await start("--port", "0", ...args);
      expect((await fetch(`${new URL(url).origin}/_emulator/clock`, { headers })).status).toBe(status);
      child.kill("SIGTERM");
      await ended;
    }
  });

  test("fills an empty database with the seed, and prints its ids", async () => {
    const seed = join(newFolder(), "jobs.json");
    const job = { id: "\u001b[2Jone", templateId: "scim", schedule: { state: "Active", interval: "PT40M" } };
    writeFileSync(seed, `\uFEFF${JSON.stringify({ value: [{ ...job, status: { code: "NotRun" } }] })}`);
    const { url, child, ended } = await start("--port", "0", "--seed", seed);
    const jobs = await getJson(`${url}/servicePrincipals/5eed0003-0000-4000-8000-000000000000/synchronization/jobs`);
    expect(jobs).toMatchObject({ value: [job] });
    child.kill("SIGTERM");
    expect((await ended).stdout).toContain("job                ?[2Jone");
  });

  test("answers the users of a seed", async () => {
    const seed = join(newFolder(), "tenant.json");
    const ada = { id: "7d2f9b04-61c8-4e35-a0d9-f3b86e1c5a72", displayName: "Ada", userPrincipalName: "ada@x.example" };
    writeFileSync(seed, JSON.stringify({ applications: [], users: [ada] }));
    const { url } = await start("--port", "0", "--seed", seed);
    expect(await getJson(`${url}/users`)).toMatchObject({ value: [ada] });
  });
});

describe("a server that cannot run says why in a sentence, and ends", () => {
  test("when its port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    // A TCP server's address is an object.
    const { port } = other.address() as AddressInfo;
    expect(await runToEnd("--port", String(port))).toEqual({
      code: 1,
      stdout: "",
      stderr: `graph-sync-server: Port ${port} on 127.0.0.1 is in use. Stop what listens there, or take a free port: --port 0.\n`,
    });
  });

  test("when certificate and key are of different pairs", async () => {
    const one = await certificate(newFolder());
    const two = await certificate(newFolder());
    const { code, stderr } = await runToEnd("--tls-cert", one.certFile, "--tls-key", two.keyFile);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/key.*mismatch.*belong together\.\n$/iu)]);
  });

  test.each<[number, RegExp, (folder: string) => string[]]>([
    [2, /port.*'eighty'.*0 to 65535/u, () => ["--port", "eighty"]],
    [2, /0 to 65535/u, () => ["--port", "65536"]],
    [2, /0 to 65535/u, () => ["--port", "-1"]],
    [2, /does not listen on "0\.0\.0\.0".*Give a loopback address/u, () => ["--host", "0.0.0.0"]],
    [2, /does not listen on "example\.com"/u, () => ["--host", "example.com"]],
    [2, /give --tls-cert and --tls-key, or neither/u, () => ["--tls-cert", "cert.pem"]],
    [2, /unknown option '--prot'[^]*--port/u, () => ["--prot", "1"]],
    [2, /too many arguments/u, () => ["now"]],
    [1, /certificate .*none\.pem cannot be read \(ENOENT\)/u, (f) => ["--tls-cert", `${f}/none.pem`, "--tls-key", "k"]],
    [1, /cannot be used: .*Give two PEM files/u, (f) => ["--tls-cert", text(f), "--tls-key", text(f)]],
    [1, /seed .*none\.json cannot be read \(ENOENT\)/u, (f) => ["--seed", `${f}/none.json`]],
    [1, /seed .* is not JSON: .*Correct the file/u, (f) => ["--seed", text(f)]],
    [1, /seed .* holds no JSON object/u, (f) => ["--seed", text(f, "7")]],
    [1, /seed\.value\[0\]\.schedule must be a JSON object/u, (f) => ["--seed", text(f, '{"value":[{"id":"a"}]}')]],
    [1, /seed\.value\.deep[^\n]* is nested deeper than 200 levels/u, (f) => ["--seed", text(f, nested(20_000))]],
    [1, /is not a SQLite database/u, (f) => ["--database", `file:${text(f)}`]],
    [1, /The folder must exist/u, (f) => ["--database", `file:${f}/none/tenant.db`]],
    [1, /Write file: and a path/u, () => ["--database", "tenant.db"]],
    [1, /has a zero byte/u, (f) => ["--database", `file://${f}/%00`]],
    [1, /Leave the database out/u, () => ["--database", "file::memory:"]],
    [1, /Write the path alone/u, (f) => ["--database", `file:${f}/x.db?mode=ro`]],
  ])("%i, %s", async (exitCode, sentence, args) => {
    const { code, stdout, stderr } = await runToEnd(...args(newFolder()));
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain("    at ");
  });
});

test.each(["applications", "jobs"])("a database that lost its table %s is refused with a sentence", async (table) => {
  const file = join(newFolder(), "tenant.db");
  const first = await start("--port", "0", "--database", `file:${file}`);
  first.child.kill("SIGTERM");
  await first.ended;
  const other = new Libsql(file);
  other.exec(`drop table ${table}`);
  other.close();
  const { code, stdout, stderr } = await runToEnd("--port", "0", "--database", `file:${file}`);
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: `graph-sync-server: The database ${file} cannot be used: no such table: ${table}. Name another file, or move this one away.\n`,
  });
});

test("--help prints the options and ends with 0", async () => {
  const { code, stdout, stderr } = await runToEnd("--help");
  expect([code, stderr]).toEqual([0, ""]);
  for (const option of ["--port", "--host", "--database", "--seed", "--tls-cert", "--tls-key"]) {
    expect(stdout).toContain(option);
  }
});

test("a reader that stops early, as head does, is no failure", async () => {
  const { child, ended } = launch(["--help"], {});
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test("--version prints the version of the package", async () => {
  const { code, stdout } = await runToEnd("--version");
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/u)]);
});

function text(folder: string, content = "These are notes. ".repeat(100)): string {
  const file = join(folder, "notes.txt");
  writeFileSync(file, content);
  return file;
}

function nested(levels: number): string {
  return `{"value":${'{"deep":'.repeat(levels)}0${"}".repeat(levels)}}`;
}
