import { createServer, request as httpRequest } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { expect, onTestFinished, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import { containing, get, refusal, roots, startEmulator } from "../emulator-under-test.ts";

const path = `v1.0/${roots[0]}/synchronization/jobs`;
const limit = 1_048_576;
const tooLong = { error: { code: "RequestEntityTooLarge", message: containing(`longer than ${limit} bytes`) } };

/** A body of this many bytes whose length is not told. */
function streamOf(bytes: number): RequestInit {
  const chunk = new Uint8Array(65_536);
  let left = bytes;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) return controller.close();
      const part = chunk.subarray(0, Math.min(left, chunk.length));
      left -= part.length;
      controller.enqueue(part);
    },
  });
  return { body, duplex: "half" };
}

test.each(["POST", "PUT", "PATCH", "DELETE"])("a body over 1 MiB is refused with 413: %s", async (method) => {
  const emulator = await startEmulator();
  for (const init of [{ body: "x".repeat(limit + 1) }, streamOf(limit + 1)]) {
    expect(await get(emulator, path, { method, ...init })).toMatchObject({ status: 413, body: tooLong });
  }
});

test("a body of 1 MiB passes", async () => {
  const emulator = await startEmulator();
  for (const init of [{ body: "x".repeat(limit) }, streamOf(limit)]) {
    expect((await get(emulator, path, { method: "POST", ...init })).status).not.toBe(413);
  }
});

test("a schema may have 4 MiB, and no byte more", async () => {
  const emulator = await startEmulator();
  const ofJob = `${path}/none/schema`;
  for (const schema of [ofJob, `v1.0/${roots[1]}/synchronization/templates/none/schema/`]) {
    const put = async (bytes: number) => get(emulator, schema, { method: "PUT", ...streamOf(bytes) });
    expect((await put(4 * limit)).status).not.toBe(413);
    expect(await put(4 * limit + 1)).toMatchObject(refusal(413, "RequestEntityTooLarge", `${4 * limit} bytes`));
  }
  for (const [method, other] of [
    ["POST", ofJob],
    ["PUT", `${path}/none/schemas`],
  ] as const) {
    expect((await get(emulator, other, { method, ...streamOf(limit + 1) })).status).toBe(413);
  }
});

test("a body without an end is not read on", async () => {
  const emulator = await startEmulator();
  expect((await get(emulator, path, { method: "POST", ...streamOf(Infinity) })).status).toBe(413);
});

test("a body that breaks off is the caller's fault", async () => {
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("gone")) });
  const answer = await get(await startEmulator(), path, { method: "PUT", body, duplex: "half" });
  expect(answer).toMatchObject(refusal(400, "BadRequest", "broke off"));
});

test("a length that is told is believed before a byte is read", async () => {
  const headers = { "content-length": String(limit + 1) };
  const never = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
  const { status } = await get(await startEmulator(), path, { method: "PUT", headers, body: never, duplex: "half" });
  expect(status).toBe(413);
});

test("nothing is read of a request without a token", async () => {
  const emulator = await startEmulator();
  const init: RequestInit = { method: "POST", ...streamOf(Infinity) };
  expect((await emulator.fetch(`https://graph.microsoft.com/${path}`, init)).status).toBe(401);
});

test("a length that is told too short is not believed", async () => {
  const headers = { "content-length": "2" };
  const init = { method: "PUT", headers, ...streamOf(limit + 1) };
  expect((await get(await startEmulator(), path, init)).status).toBe(413);
});

test.each([
  [413, "over the limit and told", { "content-length": limit + 1 }, limit + 1],
  [413, "over the limit and not told", {}, limit + 1],
  [413, "far over the limit", {}, 20 * limit],
  [400, "at the limit", {}, limit],
])("a socket answers %i to a length %s", async (status, _, headers, bytes) => {
  expect(await post(await serve(await startEmulator()), headers, bytes)).toBe(status);
});

async function serve(emulator: Emulator): Promise<number> {
  const listener = getRequestListener((request) => emulator.fetch(request), { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The status that a POST of so many bytes is answered with. */
function post(port: number, headers: Record<string, number>, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, authorization: "Bearer any" };
    const request = httpRequest({ port, host: "127.0.0.1", method: "POST", path: `/${path}`, headers: all });
    request.once("response", (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once("error", reject);
    // A write that the server no longer takes fails after the answer, when the request listens no more.
    request.once("socket", (socket) => socket.on("error", reject));
    const half = Buffer.alloc(bytes >> 1);
    request.write(half);
    request.end(Buffer.alloc(bytes - half.length));
  });
}
