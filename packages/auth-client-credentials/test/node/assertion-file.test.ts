import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bearerFrom, createClient, isAuthError } from "@graph-sync/core";
import { fakeHost, federatedIssuer, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { federatedIdentity } from "../../src/index.ts";
import { assertionFile } from "../../src/node.ts";
import { authorityOf, clientId, cloud, rejection, tokenRequest } from "../apps.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "graph-sync-assertion-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a file that is renewed, emptied and swapped fails no call while there is a good token, and is used when it is whole", async () => {
  const host = fakeHost();
  const issuer = federatedIssuer(undefined, host.clock);
  const authority = authorityOf({ federated: [issuer.credential] }, host);
  const path = join(folder, "token");
  await writeFile(path, `${issuer.token({ jti: "1" })}\n`);
  const source = federatedIdentity({ ...authority, clientId, cloud, host, assertion: assertionFile(path) });
  const transport = scriptedTransport(() => jsonResponse({}));
  const client = createClient({ transport, plugins: [bearerFrom(source)], host, timeoutMs: Infinity });
  const call = () => client.applications("1").synchronization.get();
  const settle = async () => {
    // Files are read outside the clock that stands still.
    for (let turns = 0; turns < 5; turns += 1) {
      await host.clock.advance(4_000);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  await call();
  await host.clock.advance(50 * 60_000);
  // Emptied: the renewal fails, the calls do not.
  await writeFile(path, "");
  await call();
  await settle();
  expect(authority.issued).toHaveLength(1);
  // Swapped for another workload's: the same.
  await writeFile(path, issuer.token({ sub: "somebody else" }));
  await host.clock.advance(60_000);
  await call();
  await settle();
  expect(authority.issued).toHaveLength(1);
  // Renewed by a rename, as Kubernetes does.
  await writeFile(`${path}.new`, issuer.token({ jti: "2" }));
  await rename(`${path}.new`, path);
  await host.clock.advance(60_000);
  await call();
  await settle();
  await call();
  const sent = transport.requests.map(({ headers }) => headers["authorization"]);
  expect(sent.slice(0, 3)).toEqual(Array(3).fill(`Bearer ${authority.issued[0]?.token ?? ""}`));
  expect(sent.at(-1)).toBe(`Bearer ${authority.issued[1]?.token ?? ""}`);
});

test.each([
  ["is not there", undefined, "cannot be read"],
  ["is too large", "a".repeat(16_385), "larger than 16384"],
])("a file that %s is an error that names it", async (_, content, says) => {
  const path = join(folder, `bad-${says.length}`);
  if (content !== undefined) await writeFile(path, content);
  const authority = authorityOf({});
  const source = federatedIdentity({ ...authority, clientId, cloud, assertion: assertionFile(path) });
  const error = await rejection(source.getToken(tokenRequest()));
  expect(isAuthError(error) && error.message).toContain(`${path} `);
  expect(String(error)).toContain(says);
});
