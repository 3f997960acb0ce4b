import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { generate } from "selfsigned";
import { expect, onTestFinished, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import { containing, get, roots, startEmulator } from "../emulator-under-test.ts";

const program = fileURLToPath(new URL("graph-client.mjs", import.meta.url));

/** The emulator behind a TLS socket of its own: the client sends its token over nothing else. */
async function serve(emulator: Emulator): Promise<{ origin: string; certificateFile: string }> {
  const pems = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-emulator-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const certificateFile = join(folder, "certificate.pem");
  writeFileSync(certificateFile, pems.cert);
  const listener = getRequestListener((request) => emulator.fetch(request), { overrideGlobalObjects: false });
  const server = createServer({ cert: pems.cert, key: pems.private }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { origin: `https://127.0.0.1:${isSocketAddress(address) ? address.port : 0}`, certificateFile };
}

function isSocketAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

test.each(roots)("Microsoft's client reads the same object over TLS: %s", async (root) => {
  const emulator = await startEmulator();
  const { origin, certificateFile } = await serve(emulator);
  const { stdout } = await promisify(execFile)(process.execPath, [program, origin, root], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile },
    timeout: 15_000,
  });
  expect(JSON.parse(stdout)).toEqual({
    container: (await get(emulator, `v1.0/${root}/synchronization?$expand=jobs,templates`)).body,
    jobs: (await get(emulator, `v1.0/${root}/synchronization/jobs?$select=id,status`)).body,
    failure: { statusCode: 404, code: "Request_ResourceNotFound", requestId: containing("-") },
  });
});

test("Microsoft's client refuses the same server without its certificate", async () => {
  const { origin } = await serve(await startEmulator());
  const call = promisify(execFile)(process.execPath, [program, origin, String(roots[0])], { timeout: 15_000 });
  await expect(call).rejects.toThrow("fetch failed");
});
