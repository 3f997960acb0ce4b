import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { azureIdentity } from "@graph-sync/auth-azure-identity";
import { clientSecret, federatedIdentity } from "@graph-sync/auth-client-credentials";
import { assertionFile } from "@graph-sync/auth-client-credentials/node";
import { deviceCode } from "@graph-sync/auth-device-code";
import { entra } from "@graph-sync/auth-entra";
import { bearer, createClient, getJob, isAuthError, isGraphError } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { permissions } from "@graph-sync/core/permissions";
import { createEmulator } from "@graph-sync/emulator";
import { evaluate, parse as parseExpression } from "@graph-sync/expressions";
import { cache } from "@graph-sync/plugin-cache";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { diff, parse as parseSchema } from "@graph-sync/schema";
import { formatYaml, parseYaml } from "@graph-sync/schema/yaml";
import { createGraphSync, getJob as getJobOfSdk } from "@graph-sync/sdk";
import { fakeAuthority, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { counts } from "./custom-plugin.js";
import { secrets } from "./custom-transport.js";

// The two pieces a reader might write in an afternoon.
assert.deepEqual([...counts], [["jobs.list", 1]]);
assert.deepEqual(secrets, ["BaseAddress"]);

// The whole service in this process, read through the fetch transport, the cache and the preset.
const emulator = await createEmulator();
const [entry] = await emulator.directory();
assert.ok(entry);
const kept = cache();
const graph = createGraphSync({
  auth: "a-token",
  transport: fetchTransport({ fetch: emulator.fetch }),
  plugins: [kept],
});
const { synchronization } = graph.servicePrincipals(entry.servicePrincipalId);
const outcomes: unknown[] = [];
for (let read = 0; read < 2; read += 1) {
  for await (const job of synchronization.jobs.list({}, { onResponse: ({ cache }) => outcomes.push(cache) })) {
    assert.equal(typeof job.id, "string");
  }
}
assert.deepEqual(outcomes, ["miss", "hit"]);
await graph.close();
await emulator.close();

// The two pure packages, and the plugins that the preset has brought.
const expression = parseExpression('Switch([country], "Elsewhere", "DE", "Germany")');
assert.equal(evaluate(expression, { attributes: { country: "DE" } }).value, "Germany");
const schema = parseSchema('{"id":"s","synchronizationRules":[],"directories":[]}');
assert.deepEqual(diff(schema, parseYaml(formatYaml(schema))), []);
assert.deepEqual(
  [retry(), throttle()].map(({ slot }) => slot),
  ["retry", "throttle"],
);

// A fake of the kind that a test uses, and an error that is known by its brand.
const failing = createClient({
  transport: scriptedTransport(jsonResponse({ error: { code: "NotFound", message: "No such job." } }, 404)),
  plugins: [bearer("a-token")],
});
await assert.rejects(failing.servicePrincipals("sp").synchronization.jobs("job").get(), isGraphError);

// Token sources, at a fake authority.
const clientId = "an-app";
const authority = fakeAuthority({ apps: [{ clientId, secrets: ["s3cret"] }] });
const app = { clientId, tenantId: authority.tenantId, transport: authority.transport };
const request = {
  scopes: ["https://graph.microsoft.com/.default"],
  claims: undefined,
  signal: AbortSignal.timeout(9_000),
};
const source = clientSecret({ ...app, clientSecret: "s3cret" });
assert.equal((await source.getToken(request)).token, authority.issued[0]?.token);
assert.equal(federatedIdentity({ ...app, assertion: assertionFile("none") }).partition, source.partition);
assert.equal(entra(app).partition, source.partition);
const credential = { getToken: async () => ({ token: "azure", expiresOnTimestamp: Date.now() + 3_600_000 }) };
assert.equal((await azureIdentity(credential).getToken(request)).token, "azure");
const person = deviceCode({ ...app, prompt: () => undefined });
await assert.rejects(person.getToken(request), isAuthError);

// One core for all of them, also for a program that still calls require().
assert.equal(getJobOfSdk, getJob);
assert.equal(createRequire(import.meta.url)("@graph-sync/core"), await import("@graph-sync/core"));
assert.ok(Object.values(operations).every(({ id }) => Object.hasOwn(permissions, id)));
assert.equal(nodeHttpTransport().name, "node-http");
console.log("each package was imported and called");
