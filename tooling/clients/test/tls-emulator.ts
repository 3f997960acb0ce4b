import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, type Emulator } from "@graph-sync/emulator";
import { getRequestListener } from "@hono/node-server";
import { generate } from "selfsigned";
import { onTestFinished } from "vitest";

/** A new emulator behind TLS, which Microsoft's clients insist on, and the certificate that they must know. */
export async function tlsEmulator(): Promise<{ emulator: Emulator; origin: string; certificate: string }> {
  const emulator = await createEmulator({ control: true, fetch: scimTarget });
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
  return { emulator, origin: `https://127.0.0.1:${port}`, certificate };
}

/** The target of every job: it has no users, tells of one attribute, and trades any authorization code for a token. */
const scimTarget: typeof globalThis.fetch = async (input) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (pathname === "/token") return Response.json({ access_token: "t0ken" });
  const user = { id: "urn:ietf:params:scim:schemas:core:2.0:User", attributes: [{ name: "badge", type: "string" }] };
  const resources = pathname.endsWith("/Schemas") ? [user] : [];
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
  return Response.json({ schemas, totalResults: resources.length, Resources: resources });
};
