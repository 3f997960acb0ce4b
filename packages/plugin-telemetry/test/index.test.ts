import { createCaller, getJob } from "@graph-sync/core";
import { jsonResponse, pluginContract, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { telemetry } from "../src/index.ts";

describe("telemetry is a plugin", () => {
  pluginContract(test, () => telemetry({ onAnswer: () => undefined }));
});

test("tells the operation and the status of an answer", async () => {
  const transport = scriptedTransport(() => jsonResponse({ id: "1" }));
  const seen: unknown[] = [];
  const plugin = telemetry({ onAnswer: (...answer) => seen.push(answer) });
  const caller = createCaller({ transport, plugins: [plugin] });

  await caller.call(getJob, { servicePrincipalId: "sp", jobId: "job" });
  expect(seen).toEqual([["jobs.get", 200]]);
});
