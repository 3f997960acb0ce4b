import { expect, test } from "vitest";
import { start } from "./server-process.ts";

test("healthz and readyz answer without a token, and a request without one does not", async () => {
  const { url } = await start("--port", "0");
  for (const [path, status] of [
    ["/healthz", "ok"],
    ["/readyz", "ready"],
  ] as const) {
    const response = await fetch(new URL(path, url));
    expect([response.status, await response.json()]).toEqual([200, { status }]);
  }
  expect((await fetch(new URL("/other", url))).status).toBe(401);
});
