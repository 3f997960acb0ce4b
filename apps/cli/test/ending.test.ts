import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { endedBy, stopBy } from "../src/ending.ts";
import { runCli } from "./run-cli.ts";

describe.each([
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s", (name, code) => {
  test(`ends the program with ${code}, and a second signal ends the process as if nobody listened`, async () => {
    const process = new EventEmitter();
    const signal = stopBy(process).signal;
    expect(endedBy(signal)).toBeUndefined();
    process.emit(name, name);
    expect(endedBy(signal)).toBe(code);
    expect(process.eventNames()).toEqual([]);
    expect(await runCli(["job", "restart", "--explain"], { signal })).toMatchObject({ code });
  });

  test("ends a wait, and says nothing", async () => {
    const process = new EventEmitter();
    const words = ["get", "--application", "a", "--transport", "fetch", "--base-url", "http://127.0.0.1:8787"];
    const fetch: typeof globalThis.fetch = (_, init) => {
      process.emit(name, name);
      return new Promise((_resolve, reject) => reject(init?.signal?.reason));
    };
    expect(await runCli(words, { signal: stopBy(process).signal, fetch })).toEqual({ code, stdout: "", stderr: "" });
  });
});
