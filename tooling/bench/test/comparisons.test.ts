import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comparisons, peerOf } from "../comparisons.mjs";
import { jobsPage, jobsPath } from "../jobs-page.mjs";

const all = await comparisons();

test("the comparisons are found in their folder, each under a name of its own", () => {
  const names = all.map(({ comparison }) => comparison.name);
  expect(names).toContain("transports");
  expect(new Set(names).size).toBe(names.length);
});

describe.each(all.map(({ comparison }) => comparison))("$name", (comparison) => {
  const names = comparison.contestants.map(({ name }) => name);

  test("has contestants with names of their own, the baseline among them", () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(comparison.baseline);
  });

  test("compares each contestant with one that takes part, or with none", () => {
    for (const contestant of comparison.contestants) {
      expect([...names, undefined]).toContain(peerOf(comparison, contestant));
      expect(peerOf(comparison, contestant)).not.toBe(contestant.name);
    }
  });
});

test("the page of jobs is about 7.6 kB of JSON", () => {
  expect(Math.round(JSON.stringify(jobsPage).length / 100) / 10).toBe(7.6);
});

describe("the contestants of transports", () => {
  let answer: unknown;
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer));
  });
  let origin = "";

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address !== null && typeof address === "object") origin = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const contestants = all.find(({ comparison }) => comparison.name === "transports")?.comparison.contestants ?? [];

  test.each([...contestants])("$name asks for the jobs and refuses an answer with too few", async ({ setup }) => {
    const { run, close } = await setup(origin);
    asked.length = 0;
    answer = jobsPage;
    await run();
    answer = { ...jobsPage, value: jobsPage.value.slice(1) };
    await expect(run()).rejects.toThrow("The answer has 3 jobs instead of 4.");
    expect(asked).toEqual([jobsPath, jobsPath]);
    await close();
  });
});
