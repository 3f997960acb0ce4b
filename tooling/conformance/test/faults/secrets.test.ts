import { AuthError, bearer, bearerFrom, createClient, customCloud, isGraphError } from "@graph-sync/core";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { answered, bomb, cut, faultServer, type FaultScript } from "@graph-sync/testing";
import { canaries, canaryScan } from "@graph-sync/testing/canaries";
import { describe, expect, onTestFinished, test } from "vitest";
import { transports } from "../transports.ts";

/** Every way in which a call fails on the wire. */
const failures: readonly (readonly [string, FaultScript])[] = [
  ["a reset connection", cut("before headers")],
  ["half an answer", cut("in body", "end", { body: { value: [] } })],
  ["another request's answer", answered({ body: {}, echo: "wrong" })],
  ["an answer too large", bomb({ decodedBytes: 4_000_000 })],
  ["an unknown coding", answered({ headers: ["Content-Encoding: zstd"], body: "x" })],
  ["no JSON", answered({ body: "<html>" })],
  ["no answer in time", cut("before headers", "silence")],
  ...[
    "307 Temporary Redirect",
    "400 Bad Request",
    "401 Unauthorized",
    "403 Forbidden",
    "429 Too Many Requests",
    "503 Service Unavailable",
  ].map(
    (status) =>
      [
        status,
        answered({ status, headers: ["Retry-After: 9"], body: { error: { code: "x", message: "x" } } }),
      ] as const,
  ),
];

describe.each(transports)("over %s", (_, make) => {
  test.each(failures)(
    "%s shows no token and no secret: not in its error, not to observers, not in the client",
    async (_fault, script) => {
      const server = await faultServer(script);
      const seen: unknown[] = [];
      const see = (event: unknown): void => void seen.push(event);
      const graph = createClient({
        transport: make({ headersTimeoutMs: 50, maxResponseBytes: 1_000_000 }),
        plugins: [
          bearer(canaries.token),
          retry({ attempts: 2, delayMs: 1, onRetry: see, onGiveUp: see }),
          throttle({ onHold: see, onThrottled: see }),
        ],
        cloud: customCloud({ graphOrigin: server.origin }),
        timeoutMs: 2_000,
      });
      onTestFinished(async () => {
        await graph.close();
        await server.close();
      });
      const { secrets, jobs } = graph.servicePrincipals("1").synchronization;
      const calls = [
        secrets.replace([{ key: "SecretToken", value: canaries.secretToken }]),
        jobs("1").validateCredentials({ credentials: [{ key: "SecretToken", value: canaries.secretToken }] }),
        jobs.create({ templateId: canaries.clientSecret }),
      ];
      for (const outcome of await Promise.allSettled(calls)) {
        if (outcome.status === "fulfilled") continue;
        const error: unknown = outcome.reason;
        expect(isGraphError(error)).toBe(true);
        seen.push(error);
      }
      expect(seen.length).toBeGreaterThan(0);
      canaryScan(...seen, graph, graph.plugins);
      // It was there to be shown.
      expect(() => canaryScan(server.requests)).toThrow("A secret is shown");
    },
  );
});

test("a token source that fails shows what it shows itself, and the client adds nothing to it", async () => {
  const source = {
    secret: canaries.clientSecret,
    getToken: () => Promise.reject(new Error("The authority answered 401.")),
  };
  const graph = createClient({
    transport: { name: "none", send: () => Promise.reject(new Error()) },
    plugins: [bearerFrom(source)],
  });
  const error: unknown = await graph
    .servicePrincipals("1")
    .synchronization.get()
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AuthError);
  canaryScan(error, graph.plugins);
});
