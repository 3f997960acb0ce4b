import { getEventListeners } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { isTransportError } from "@graph-sync/core";
import { answered, bomb, type FaultScript, faultServer, graphRequest } from "@graph-sync/testing";
import { describe, expect, onTestFinished, test } from "vitest";
import { transports } from "./transports.ts";

const mebibyte = 1024 * 1024;

/** What a call came to: how long the body is, or how the call failed. */
async function outcome(call: Promise<{ readonly body: string }>): Promise<unknown> {
  try {
    return (await call).body.length;
  } catch (error) {
    return isTransportError(error) ? error.code : error;
  }
}

describe.each(transports)("over %s", (_, make) => {
  async function ask(script: FaultScript): Promise<unknown> {
    const server = await faultServer(script);
    const transport = make();
    onTestFinished(async () => {
      await transport.close?.();
      await server.close();
    });
    return outcome(transport.send(graphRequest({ url: `${server.origin}/v1.0/x` })));
  }

  test("a failure may have 1 MiB of body and no more, unless told", async () => {
    const failure = (bytes: number): FaultScript =>
      answered({ status: "500 Internal Server Error", body: "x".repeat(bytes) });
    expect(await ask(failure(mebibyte))).toBe(mebibyte);
    expect(await ask(failure(mebibyte + 1))).toBe("ERR_TOO_LARGE");
  });

  test("a success may have 64 MiB of decoded body and no more, unless told", async () => {
    expect(await ask(bomb({ decodedBytes: 64 * mebibyte, codings: ["gzip"] }))).toBe(64 * mebibyte);
    expect(await ask(bomb({ decodedBytes: 64 * mebibyte + 1, codings: ["gzip"] }))).toBe("ERR_TOO_LARGE");
  });

  test("an abort inside the TLS handshake ends the call at once and leaves no listener", async () => {
    let hello = (): void => undefined;
    const spoken = new Promise<void>((resolve) => (hello = resolve));
    const sockets = new Set<Socket>();
    // It takes the client's greeting and never answers.
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => undefined).on("data", () => hello());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const transport = make();
    onTestFinished(async () => {
      await transport.close?.();
      // Node's fetch goes on with a handshake that nobody waits for; node-http ends it, which is a test of its own.
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });
    // An address of a listening TCP server is an AddressInfo.
    const { port } = server.address() as AddressInfo;
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = outcome(
      transport.send(graphRequest({ url: `https://localhost:${port}/v1.0/x`, signal: controller.signal })),
    );
    await spoken;
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("a name that nobody knows has its code, and nothing was sent", async () => {
    const transport = make();
    onTestFinished(async () => transport.close?.());
    const url = "http://no-such-host.invalid/v1.0/x";
    const error: unknown = await transport.send(graphRequest({ url })).catch((reason: unknown) => reason);
    expect(isTransportError(error) && [error.kind, error.code, error.sent]).toEqual(["network", "ERR_DNS", "none"]);
    expect(isTransportError(error) && error.message).toContain("http://no-such-host.invalid: ");
  });
});
