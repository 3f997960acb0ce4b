import { describe, expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { inProcess, quillnote, roots, sampleTenant } from "../sample-tenant.ts";

const words = ["get", "--service-principal", quillnote.servicePrincipal, ...inProcess];

/** The emulator, but for some addresses: those that `refuse` has an answer for. */
async function tenantThat(refuse: (url: URL) => Response | undefined): Promise<typeof globalThis.fetch> {
  const emulator = await sampleTenant();
  return async (target, init) => refuse(new URL(new Request(target, init).url)) ?? emulator.fetch(target, init);
}

const isContainer = (url: URL): boolean => url.pathname.endsWith("/synchronization");
const fault = (status: number, code = "UnknownError"): Response =>
  Response.json({ error: { code, message: "Not here." } }, { status });

describe("a service that refuses the container", () => {
  for (const status of [404, 501]) {
    test.each(roots)(
      `with ${status} is told of, and jobs, templates and secrets are still shown by %s`,
      async (option, id) => {
        const fetch = await tenantThat((url) => (isContainer(url) ? fault(status) : undefined));
        const { code, stdout, stderr } = await runCli(["get", option, id, ...inProcess], { fetch });
        expect(code).toBe(0);
        expect(stderr).toContain(`The service does not answer the synchronization object itself (${status}).\n`);
        expect(stderr).toContain("Read by their own operations: jobs, templates, secrets.\n");
        expect(stdout).toContain("  id         (not told)\n");
        expect(stdout).toContain(quillnote.jobId);
        expect(stdout).toContain("CustomSCIM");
        expect(stdout).toContain("(set, hidden)");
      },
    );
  }

  test("gives a program what it asked for, and no more", async () => {
    const fetch = await tenantThat((url) => (isContainer(url) ? fault(404) : undefined));
    const plain = await runCli([...words, "--json"], { fetch });
    expect(JSON.parse(plain.stdout)).toMatchObject({ secrets: [{}, {}, {}, {}] });
    expect(plain.stdout).not.toContain('"jobs"');
    const expanded = await runCli([...words, "--json", "--expand", "jobs"], { fetch });
    expect(JSON.parse(expanded.stdout)).toMatchObject({ jobs: [{ id: quillnote.jobId }], secrets: [{}, {}, {}, {}] });
    expect(expanded.code).toBe(0);
  });

  test("and a part as well is shown without it, and that is exit code 1", async () => {
    const fetch = await tenantThat((url) =>
      isContainer(url) || url.pathname.endsWith("/jobs") ? fault(404) : undefined,
    );
    const { code, stdout, stderr } = await runCli(words, { fetch });
    expect(code).toBe(1);
    expect(stdout).toContain("Jobs\n  (not read: jobs.list: Graph answered 404 UnknownError. Not here.");
    expect(stdout).toContain("CustomSCIM");
    expect(stderr).toContain(
      "graph-sync: Not everything could be read: jobs.\n  The service may have this only on the application",
    );
  });

  test("and a part as well gives a program nothing rather than half", async () => {
    const fetch = await tenantThat((url) =>
      isContainer(url) || url.pathname.endsWith("/jobs") ? fault(404) : undefined,
    );
    const { code, stdout, stderr } = await runCli([...words, "--json", "--expand", "jobs"], { fetch });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("graph-sync: jobs.list: Graph answered 404");
  });

  test("and answers 403 to everything else is reported as forbidden", async () => {
    const fetch = await tenantThat((url) => fault(isContainer(url) ? 404 : 403, "Authorization_RequestDenied"));
    const { code, stdout, stderr } = await runCli(words, { fetch });
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain("Synchronization.Read.All");
  });
});

describe("a service that answers the container alone", () => {
  test("and refuses $expand is told of, and the rest is read by its own operations", async () => {
    const fetch = await tenantThat((url) => (url.searchParams.has("$expand") ? fault(400, "BadRequest") : undefined));
    const { code, stdout, stderr } = await runCli(words, { fetch });
    expect(code).toBe(0);
    expect(stderr).toBe(
      "The service refuses $expand=jobs,templates on the synchronization object (400).\n" +
        "Read by their own operations: jobs, templates.\n",
    );
    expect(stdout).toContain(`  id         ${quillnote.servicePrincipal}\n`);
    expect(stdout).toContain(quillnote.jobId);
  });

  test("and ignores $expand has the rest read by its own operations", async () => {
    const emulator = await sampleTenant();
    const fetch: typeof globalThis.fetch = (target, init) => {
      const url = new URL(new Request(target, init).url);
      url.search = "";
      return emulator.fetch(url, init);
    };
    const { code, stdout } = await runCli([...words, "--json", "--expand", "jobs"], { fetch });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: quillnote.servicePrincipal, jobs: [{ id: quillnote.jobId }] });
  });

  test("and cuts an expanded list at a link has that list read to its end", async () => {
    const emulator = await sampleTenant();
    const fetch: typeof globalThis.fetch = async (target, init) => {
      const answer = await emulator.fetch(target, init);
      if (!isContainer(new URL(new Request(target, init).url))) return answer;
      // The emulator answers the container as an object.
      const body = (await answer.json()) as object;
      return Response.json({ ...body, jobs: [], "jobs@odata.nextLink": "http://127.0.0.1:8787/v1.0/next" });
    };
    const { stdout } = await runCli([...words, "--json", "--expand", "jobs"], { fetch });
    expect(JSON.parse(stdout)).toMatchObject({ jobs: [{ id: quillnote.jobId }] });
    expect(stdout).not.toContain("nextLink");
  });

  test("with 400 to a plain request is an error", async () => {
    const fetch = await tenantThat((url) => (isContainer(url) ? fault(400, "BadRequest") : undefined));
    const { code, stdout } = await runCli([...words, "--json"], { fetch });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });
});
