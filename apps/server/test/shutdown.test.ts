import { Agent, request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { getJson, newFolder, start } from "./server-process.ts";

const jobs = "servicePrincipals/84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56/synchronization/jobs";

/** What a caller saw of one request: a whole answer, none at all, or a part of one. */
type Outcome = { readonly status: number; readonly body: string } | "nothing" | "half";

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s under load: every answer is whole, and every acknowledged write is there afterwards",
  async (signal) => {
    const database = `file:${join(newFolder(), "tenant.db")}`;
    const server = await start("--port", "0", "--database", database);
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const outcomes: Outcome[] = [];
    const callers = Array.from({ length: 16 }, async (_, caller) => {
      for (let goOn = true; goOn;) {
        const outcome = await call(agent, `${server.url}/${jobs}`, caller % 2 === 0 ? "POST" : "GET");
        outcomes.push(outcome);
        goOn = typeof outcome === "object";
      }
    });
    await until(() => outcomes.length > 100);
    server.child.kill(signal);
    const { code, stderr } = await server.ended;
    await Promise.all(callers);
    expect([code, stderr]).toEqual([0, ""]);
    expect(outcomes.filter((outcome) => outcome === "half")).toEqual([]);
    const answers = outcomes.filter((outcome) => typeof outcome === "object");
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => idIn(JSON.parse(body)));
    expect(made.length).toBeGreaterThan(10);

    const again = await start("--port", "0", "--database", database);
    const list = await getJson(`${again.url}/${jobs}?$select=id`);
    const kept = new Set(typeof list === "object" && list !== null && "value" in list ? idsIn(list.value) : []);
    expect(made.filter((id) => !kept.has(id))).toEqual([]);
  },
);

function call(agent: Agent, url: string, method: "GET" | "POST"): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const sent = request(url, { agent, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.once("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.once("error", () => resolve("half"));
    });
    sent.once("error", () => resolve("nothing"));
    sent.end(method === "POST" ? JSON.stringify({ templateId: "scim" }) : undefined);
  });
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function idsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(idIn) : [];
}

function idIn(job: unknown): string {
  return typeof job === "object" && job !== null && "id" in job ? String(job.id) : "";
}
