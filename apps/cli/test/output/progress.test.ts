import { fakeHost } from "@graph-sync/testing";
import { expect, test } from "vitest";
import { progress } from "../../src/output/progress.ts";
import { type Ended, runCli } from "../run-cli.ts";
import { inProcess, quillnote } from "../sample-tenant.ts";

const erase = "\r\x1b[K";

/** Runs a verb against a service that answers after so many milliseconds of the test's clock. */
async function slowly(ms: number, words: readonly string[], terminal: boolean): Promise<Ended> {
  const { clock } = fakeHost();
  const fetch = async (): Promise<Response> => {
    await clock.sleep(ms, new AbortController().signal);
    return Response.json({ value: [{ id: quillnote.servicePrincipal, displayName: "Quillnote" }] });
  };
  const ended = runCli([...words, ...inProcess], { fetch, terminal, timer: clock.timer });
  const over = new AbortController();
  void ended.then(() => over.abort());
  while (!over.signal.aborted) {
    await clock.advance(500);
    // The client's own work between two requests takes real turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(clock.pending).toBe(0);
  return ended;
}

test("what takes more than a second says each second that it goes on, and leaves nothing of that", async () => {
  const { stdout, stderr } = await slowly(2_400, ["app", "list"], true);
  expect(
    stderr.startsWith(`${erase}Working: 1 s, 1 request, servicePrincipals.list${erase}Working: 2 s, 1 request`),
  ).toBe(true);
  expect(stderr.endsWith(erase)).toBe(true);
  expect(stdout).toContain("Quillnote");
});

test("what takes less than a second says nothing", async () => {
  expect((await slowly(400, ["app", "list"], true)).stderr).toBe("");
});

test.each([
  ["on what is no terminal", ["app", "list"], false],
  ["with --json", ["app", "list", "--json"], true],
  ["with fields for --json", ["app", "list", "--json", "id"], true],
])("nothing is said %s", async (_, words, terminal) => {
  expect((await slowly(5_000, words, terminal)).stderr).toBe("");
});

test("a verb that waits for changes shows these alone", async () => {
  expect((await slowly(5_000, ["logs", "tail", "--once"], true)).stderr).toBe("");
});

/** A terminal of 20 columns, and a clock. */
function scene(): {
  readonly clock: ReturnType<typeof fakeHost>["clock"];
  readonly written: string[];
  readonly shown: ReturnType<typeof progress>;
} {
  const { clock } = fakeHost();
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text), isTTY: true, columns: 13 };
  return { clock, written, shown: progress(stderr, clock.timer) };
}

test("the line is cut at the terminal's width, for one that wraps could not be erased", async () => {
  const { clock, written, shown } = scene();
  await shown.during(() => clock.advance(1_000));
  expect(written).toEqual([`${erase}Working: 1 s`, erase]);
  const narrow = { write: (text: string) => written.push(text), isTTY: true, columns: 6 };
  await progress(narrow, clock.timer).during(() => clock.advance(1_000));
  expect(written.slice(2)).toEqual([`${erase}Worki`, erase]);
  const unknown = { write: (text: string) => written.push(text), isTTY: true, columns: 0 };
  await progress(unknown, clock.timer).during(() => clock.advance(1_000));
  expect(written.slice(4)).toEqual([`${erase}Working: 1 s`, erase]);
});

test("nothing is shown behind a question that waits for its answer", async () => {
  const { clock, written, shown } = scene();
  await shown.during(async () => {
    shown.wrote("Delete it? [y/N] ");
    await clock.advance(3_000);
    expect(written).toEqual([]);
    shown.wrote("It is deleted.\n");
    await clock.advance(1_000);
  });
  expect(written).toEqual([`${erase}Working: 4 s`, erase]);
});

test("the line is taken away where the work fails, and no timer stays", async () => {
  const { clock, written, shown } = scene();
  const failing = shown.during(async () => {
    await clock.advance(1_000);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(written.at(-1)).toBe(erase);
  expect(clock.pending).toBe(0);
});
