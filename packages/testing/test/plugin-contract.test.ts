import { definePlugin, GraphError, type GraphResponse, type Plugin, withHeader } from "@graph-sync/core";
import { pluginContract, type PluginFactory } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";

interface Case {
  readonly title: string;
  readonly run: () => Promise<void>;
}

function casesOf(factory: PluginFactory): readonly Case[] {
  const cases: Case[] = [];
  pluginContract((title, run) => cases.push({ title, run }), factory);
  return cases;
}

async function failedCases(factory: PluginFactory): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { title, run } of casesOf(factory)) await run().catch(() => failed.push(title));
  return failed;
}

/** A plugin in the observe slot. */
function plugin(install: Plugin["install"]): PluginFactory {
  return () => definePlugin({ name: "test", slot: "observe", install });
}

test("each case has a title of its own", () => {
  const titles = casesOf(plugin((next) => next)).map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(30);
  expect(new Set(titles).size).toBe(titles.length);
});

test.each<readonly [string, PluginFactory]>([
  ["does nothing", plugin((next) => next)],
  ["adds a header", plugin((next) => (r) => next({ ...r, headers: withHeader(r.headers, "prefer", "x") }))],
  [
    "waits by the host's clock",
    plugin((next, { clock }) => async (request) => {
      await clock.sleep(1_000, request.signal);
      return next(request);
    }),
  ],
])("a plugin that %s passes", async (_, factory) => {
  expect(await failedCases(factory)).toEqual([]);
});

/** What a newcomer may get wrong, one thing each, and a case that says so. */
const bad: readonly (readonly [string, string, PluginFactory])[] = [
  ["has no name", "has a name and a slot", () => ({ name: "", slot: "observe", install: (next) => next })],
  [
    "writes to the request",
    "leaves a request as it was",
    plugin((next) => (request) => next(Object.assign(request, { method: "GET" }))),
  ],
  [
    "loses the operation and the caller's options",
    "gives a request on with all that belongs to it",
    plugin((next) => (request) => next({ ...request, options: { [Symbol("mine")]: 1 } })),
  ],
  [
    "gives itself more time",
    "gives a request on with all that belongs to it",
    plugin((next) => (request) => next({ ...request, deadline: Infinity })),
  ],
  [
    "drops headers",
    "gives a request on with all that belongs to it",
    plugin((next) => (request) => next({ ...request, headers: withHeader({}, "prefer", "x") })),
  ],
  [
    "writes the address anew",
    "leaves the address as it came",
    plugin((next) => (request) => next({ ...request, url: new URL(request.url).href })),
  ],
  [
    "throws for a status",
    "gives the status 404 on as a value",
    plugin((next) => async (request) => {
      const response = await next(request);
      if (response.status === 404) throw new GraphError("GraphServiceError", "not found");
      return response;
    }),
  ],
  [
    "answers 200 for everything",
    "gives the status 503 on as a value",
    plugin((next) => async (request) => ({ ...(await next(request)), status: 200 })),
  ],
  [
    "wraps failures",
    "gives a failure on as it is",
    plugin(
      (next) => (request) => next(request).catch((cause: unknown) => Promise.reject(new Error("failed", { cause }))),
    ),
  ],
  [
    "reads the platform's clock",
    "takes time and chance from its host alone",
    plugin((next) => (request) => next({ ...request, headers: withHeader(request.headers, "x-at", `${Date.now()}`) })),
  ],
  [
    "reads the platform's date",
    "takes time and chance from its host alone",
    plugin((next) => (request) => (void new Date().getTime(), next(request))),
  ],
  [
    "throws the platform's dice",
    "takes time and chance from its host alone",
    plugin((next) => (request) => (void Math.random(), next(request))),
  ],
  [
    "waits by the platform's timer",
    "takes time and chance from its host alone",
    plugin((next) => async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return next(request);
    }),
  ],
  [
    "leaves a listener on the signal",
    "leaves no timer and no listener behind",
    plugin((next) => (request) => {
      request.signal.addEventListener("abort", () => undefined);
      return next(request);
    }),
  ],
  [
    "leaves a timer behind",
    "leaves no timer and no listener behind",
    plugin(
      (next, { clock }) =>
        (request) => (clock.timer(1e9, () => undefined), next(request)),
    ),
  ],
  [
    "works in the background",
    "sets nothing going by itself",
    plugin((next, { clock }) => {
      const again = (): void => void clock.timer(60_000, again);
      again();
      return next;
    }),
  ],
  [
    "goes on after an abort",
    "ends at once with the signal's reason when aborted while it waits by itself after a 429",
    plugin((next, { clock }) => async (request) => {
      const response = await next(request);
      if (response.status === 429) await clock.sleep(1_000, new AbortController().signal);
      return response;
    }),
  ],
  [
    "hides the caller's signal",
    "ends at once with the signal's reason when aborted while the answer is awaited",
    plugin((next) => async (request) => {
      const own = new AbortController();
      void Promise.resolve().then(() => own.abort(new Error("mine")));
      return next({ ...request, signal: own.signal });
    }),
  ],
  [
    "sends what was aborted before",
    "sends nothing where the signal was aborted before",
    plugin((next) => (request) => next({ ...request, signal: new AbortController().signal })),
  ],
  [
    "repeats without a wait",
    "ends at once with the signal's reason when aborted while it waits by itself after a 503",
    plugin((next) => async (request) => {
      const response = await next(request);
      return response.status === 503 ? next(request) : response;
    }),
  ],
  [
    "keeps answers for everyone",
    "never gives one identity's answer to another",
    () => {
      const kept = new Map<string, GraphResponse>();
      return plugin((next) => async (request) => {
        const response = kept.get(request.url) ?? (await next(request));
        kept.set(request.url, response);
        return response;
      })();
    },
  ],
  [
    "gives everyone the last answer",
    "gives each of many calls at a time its own answer",
    plugin((next) => {
      let last: Promise<GraphResponse>;
      return async (request) => {
        last = next(request);
        await Promise.resolve();
        return last;
      };
    }),
  ],
  [
    "makes all identities wait for one",
    "does not let one identity's trouble hold another back",
    () => {
      let turn: Promise<unknown> = Promise.resolve();
      return plugin((next, { clock }) => async (request) => {
        const before = turn;
        const mine = next(request).then(async (response) => {
          if (response.status === 429) await clock.sleep(3_600_000, request.signal);
          return response;
        });
        turn = Promise.allSettled([mine]);
        await before;
        return mine;
      })();
    },
  ],
  [
    "never recovers from a failure",
    "works on after a failure and after an abort",
    plugin((next) => {
      let broken: Error | undefined;
      return async (request) => {
        if (broken !== undefined) throw broken;
        try {
          return await next(request);
        } catch (error) {
          broken = new Error("broken", { cause: error });
          throw error;
        }
      };
    }),
  ],
];

describe("the suite fails a plugin that", () => {
  test.each(bad)("%s", async (_, title, factory) => {
    expect((await failedCases(factory)).some((failed) => failed.startsWith(title))).toBe(true);
  });
});
