import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createEmulator } from "@graph-sync/emulator";
import { getRequestListener } from "@hono/node-server";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";

const clients = ["graph-client", "teams-graph", "kiota"];

/** A new emulator behind TLS, which these clients insist on, and the certificate that they must know. */
async function serve(): Promise<{ origin: string; certificate: string }> {
  const emulator = await createEmulator();
  const pems = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-clients-"));
  const certificate = join(folder, "certificate.pem");
  writeFileSync(certificate, pems.cert);
  const answer = getRequestListener((request) => emulator.fetch(request), { overrideGlobalObjects: false });
  const server = createServer({ cert: pems.cert, key: pems.private }, (incoming, outgoing) => {
    void answer(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await emulator.close();
    rmSync(folder, { recursive: true });
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { origin: `https://127.0.0.1:${port}`, certificate };
}

/** A process of its own, because Node reads NODE_EXTRA_CA_CERTS at its start. */
function run(client: string, origin: string, env: Readonly<Record<string, string>>): Promise<{ stdout: string }> {
  const program = fileURLToPath(new URL(`../programs/${client}.mjs`, import.meta.url));
  return promisify(execFile)(process.execPath, [program, origin], { env: { ...process.env, ...env }, timeout: 40_000 });
}

describe.each(clients)("Microsoft's client %s", (client) => {
  test("takes an app from its making to the end of its job, over TLS", { timeout: 60_000 }, async () => {
    const { origin, certificate } = await serve();
    const { stdout } = await run(client, origin, { NODE_EXTRA_CA_CERTS: certificate });
    expect(JSON.parse(stdout)).toEqual({
      displayName: "Made by a client",
      secrets: [
        ["BaseAddress", "https://scim.example/v2"],
        ["SecretToken", "*"],
      ],
      rulesKept: true,
      versions: ["v1.0", "v1.1"],
      states: ["Disabled", "Active", "Paused", "Active"],
      jobs: [true],
      logs: true,
      gone: 404,
    });
  });

  test("refuses the same server without its certificate", { timeout: 60_000 }, async () => {
    const { origin } = await serve();
    await expect(run(client, origin, {})).rejects.toThrow(/self-signed|certificate|fetch failed/iu);
  });
});
