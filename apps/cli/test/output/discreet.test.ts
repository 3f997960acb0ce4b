import { describe, expect, test } from "vitest";
import { withoutToken } from "../../src/output/discreet.ts";
import { input, runCli } from "../run-cli.ts";
import { inProcess } from "../sample-tenant.ts";

const token = "canary.0123456789-abc_DEF";
const long = `${token}.${"x0".repeat(1000)}`;
const env = { GRAPH_SYNC_TOKEN: token };
const get = ["get", "--application", "a", ...inProcess];

/** A service that answers what it was sent. */
function echo(status: number, body: (authorization: string) => object): typeof globalThis.fetch {
  return async (target, init) =>
    Response.json(body(new Request(target, init).headers.get("authorization") ?? ""), { status });
}

const entity = echo(200, (sent) => ({ id: `you sent ${sent}`, jobs: [], templates: [], secrets: [] }));

describe("a token that the service repeats", () => {
  test("in an error is not on stderr", async () => {
    const fetch = echo(400, (sent) => ({ error: { code: sent, message: `you sent ${sent}, ${sent}` } }));
    const { code, stdout, stderr } = await runCli(get, { fetch, env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("Bearer [token]. you sent Bearer [token], Bearer [token]");
    expect(stderr).not.toContain("canary");
  });

  test("in an object is not on the screen", async () => {
    const { code, stdout } = await runCli(get, { fetch: entity, env });
    expect(code).toBe(0);
    expect(stdout).toContain("  id         you sent Bearer [token]\n");
    expect(stdout).not.toContain("canary");
  });

  test("in an object is not in the JSON, which stays JSON", async () => {
    const { stdout } = await runCli([...get, "--json"], { fetch: entity, env });
    expect(JSON.parse(stdout)).toMatchObject({ id: "you sent Bearer [token]" });
  });

  test("is hidden as well where it came from stdin", async () => {
    const { stdout } = await runCli([...get, "--token-stdin"], { fetch: entity, stdin: input(`${token}\n`) });
    expect(stdout).toContain("you sent Bearer [token]\n");
  });

  test("is hidden where a long text was cut inside it", async () => {
    const given = { env: { GRAPH_SYNC_TOKEN: long } };
    const { stdout } = await runCli(get, { fetch: entity, ...given });
    expect(stdout).toContain("you sent Bearer [token]… (");
    const fetch = echo(400, (sent) => ({ error: { code: sent, message: sent } }));
    const { stderr } = await runCli(get, { fetch, ...given });
    expect(stderr).toContain("Bearer [token]");
    expect(stderr + stdout).not.toContain("canary");
  });

  test("and is as short as the word for a local server hides nothing", async () => {
    const fetch = echo(200, () => ({ id: "any company", jobs: [], templates: [], secrets: [] }));
    const { stdout } = await runCli([...get, "--json"], { fetch, env: { GRAPH_SYNC_TOKEN: "any" } });
    expect(JSON.parse(stdout)).toMatchObject({ id: "any company" });
  });
});

test.each([
  ["nothing of it", "nothing of it"],
  [token, "[token]"],
  [`${token}${token}!`, "[token][token]!"],
  [token.slice(0, -1), token.slice(0, -1)],
])("%j is written as %j", (text, written) => {
  expect(withoutToken(text, token)).toBe(written);
});
