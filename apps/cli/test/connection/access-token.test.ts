import { describe, expect, test } from "vitest";
import { input, runCli } from "../run-cli.ts";
import { inProcess, quillnote } from "../sample-tenant.ts";

const get = ["get", "--service-principal", quillnote.servicePrincipal, "--json", ...inProcess];

/** A service that answers the authorization header of each request. */
function mirror(): { readonly fetch: typeof globalThis.fetch; readonly seen: (string | null)[] } {
  const seen: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (target, init) => {
    seen.push(new Request(target, init).headers.get("authorization"));
    return Response.json({ id: "s" });
  };
  return { fetch, seen };
}

describe("the access token", () => {
  test("comes from GRAPH_SYNC_TOKEN, or from the variable that --token-env names", async () => {
    const { fetch, seen } = mirror();
    await runCli(get, { fetch, env: { GRAPH_SYNC_TOKEN: " one\n" } });
    await runCli([...get, "--token-env", "MINE"], { fetch, env: { GRAPH_SYNC_TOKEN: "one", MINE: "two" } });
    expect(seen).toEqual(["Bearer one", "Bearer two"]);
  });

  test("comes from stdin with --token-stdin, whatever its chunks and its line end", async () => {
    const { fetch, seen } = mirror();
    const stdin = input("th", new TextEncoder().encode("ree\r\n"));
    await runCli([...get, "--token-stdin"], { fetch, stdin, env: { GRAPH_SYNC_TOKEN: "one" } });
    expect(seen).toEqual(["Bearer three"]);
  });

  test.each(["toString", "constructor", "__proto__"])("is not found in %s, which is no variable", async (name) => {
    const { fetch, seen } = mirror();
    const { code, stderr } = await runCli([...get, "--token-env", name], { fetch });
    expect({ code, seen }).toEqual({ code: 3, seen: [] });
    expect(stderr).toContain(`the environment variable ${name} is not set.`);
  });

  test.each([
    ["is not set", {}],
    ["is empty", { GRAPH_SYNC_TOKEN: " " }],
  ])("that %s ends the run with exit code 3 before anything is sent", async (words, env) => {
    const { fetch, seen } = mirror();
    const { code, stdout, stderr } = await runCli(get, { fetch, env });
    expect({ code, stdout, seen }).toEqual({ code: 3, stdout: "", seen: [] });
    expect(stderr).toContain(`the environment variable GRAPH_SYNC_TOKEN ${words}.`);
  });

  test("that cannot be one is refused with exit code 3, and not shown", async () => {
    const { fetch, seen } = mirror();
    const { code, stderr } = await runCli(get, { fetch, env: { GRAPH_SYNC_TOKEN: 'Bearer "hush"' } });
    expect({ code, seen }).toEqual({ code: 3, seen: [] });
    expect(stderr).toContain("It was taken from GRAPH_SYNC_TOKEN");
    expect(stderr).not.toContain("hush");
  });

  test("that is missing on stdin ends the run with exit code 3", async () => {
    const { code, stderr } = await runCli([...get, "--token-stdin"], { stdin: input() });
    expect(code).toBe(3);
    expect(stderr).toContain("stdin was empty");
  });

  test("is not read from a terminal, which would show it", async () => {
    const stdin = Object.assign(input("typed"), { isTTY: true });
    const { code, stderr } = await runCli([...get, "--token-stdin"], { stdin });
    expect(code).toBe(2);
    expect(stderr).toContain("stdin is a terminal");
  });

  test("is not looked for in a large file", async () => {
    const { code, stderr } = await runCli([...get, "--token-stdin"], { stdin: input("x".repeat(70_000)) });
    expect(code).toBe(2);
    expect(stderr).toContain("more than 65536 characters");
  });

  test.each([[[...get, "--token", "hush"]], [[...get, "--token=hush"]], [["--token", "hush", ...get]]])(
    "on the command line is refused with the reason, and not shown: %j",
    async (words) => {
      const { fetch, seen } = mirror();
      const { code, stderr } = await runCli(words, { fetch });
      expect({ code, seen }).toEqual({ code: 2, seen: [] });
      expect(stderr).toContain("--token is refused: other programs on this machine can read a command line");
      expect(stderr).not.toContain("hush");
    },
  );

  test.each([[[...get, "--token-env", "eyJ0.hush.x"]], [[...get, "--access-token=hush"]], [[...get, "-thush"]]])(
    "in another option is not repeated: %j",
    async (words) => {
      const { code, stderr } = await runCli(words);
      expect(code).toBe(2);
      expect(stderr).not.toContain("hush");
    },
  );
});
