import { describe, expect, test } from "vitest";
import { listening, refusing, serving } from "../loopback.ts";
import { runCli } from "../run-cli.ts";
import { quillnote, roots, sampleTenant } from "../sample-tenant.ts";

describe.each(["fetch", "node-http"])("over a socket by --transport %s", (transport) => {
  test.each(roots)("the same object is read by %s", async (option, id) => {
    const emulator = await sampleTenant();
    const origin = await serving(emulator.fetch);
    const words = ["get", option, id, "--transport", transport, "--base-url", origin];
    const shown = await runCli(words);
    expect({ code: shown.code, stderr: shown.stderr }).toEqual({ code: 0, stderr: "" });
    expect(shown.stdout).toContain(quillnote.jobId);
    expect(shown.stdout).toContain(`${origin}/v1.0 over ${transport}`);
    const printed = await runCli([...words, "--json", "--expand", "jobs,templates"]);
    expect(JSON.parse(printed.stdout)).toMatchObject({ jobs: [{ id: quillnote.jobId }], templates: [{ id: "scim" }] });
  });

  test("a connection that is refused is told with how to start a server", async () => {
    const origin = await refusing();
    const words = ["get", "--application", quillnote.application, "--transport", transport, "--base-url", origin];
    const { code, stdout, stderr } = await runCli(words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      `graph-sync: ${origin}: the connection was refused.\n` +
        `  Is the server running? Start it with: graph-sync-server --port ${new URL(origin).port}\n`,
    );
  });

  test("a connection that ends before an answer is told", async () => {
    const origin = await listening((_request, response) => response.destroy());
    const words = ["get", "--application", quillnote.application, "--transport", transport, "--base-url", origin];
    const { code, stderr } = await runCli(words);
    expect(code).toBe(1);
    expect(stderr).toContain("the connection ended before an answer");
  });
});
