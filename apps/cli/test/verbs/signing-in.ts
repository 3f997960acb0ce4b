import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FakeApp, fakeAuthority, type FakeAuthority } from "@graph-sync/testing";
import { onTestFinished } from "vitest";
import { type Ended, type Given, runCli } from "../run-cli.ts";
import { sampleTenant } from "../sample-tenant.ts";

export const clientId = "0d6f1c1e-51b8-4b7e-9a57-5a3f1f0f7c11";
export const secret = "s3cret~of.the-app";

/** A configuration folder of its own, an authority, and a service that takes the authority's tokens alone. */
export interface Scene {
  readonly folder: string;
  readonly authority: FakeAuthority;
  /** `POST /…/token`, in the order they were sent, to either. */
  readonly sent: string[];
  run(...words: readonly string[]): Promise<Ended>;
  runWith(given: Given, ...words: readonly string[]): Promise<Ended>;
  /** A file of the folder, as text. */
  kept(name: string): Promise<string>;
}

/** Words that name the scene's tenant, app and addresses. */
export function there({ authority }: Scene): readonly string[] {
  const service = ["--base-url", "http://127.0.0.1:8787/v1.0", "--authority", "http://127.0.0.1:8788"];
  return ["--tenant", authority.tenantId, "--client-id", clientId, ...service];
}

/** `app` is what the registration knows besides a secret. */
export async function scene(app: Omit<FakeApp, "clientId"> = {}): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), "graph-sync-cli-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const apps = [{ clientId, secrets: [secret], publicClient: true, ...app }];
  const authority = fakeAuthority({ apps, pollSeconds: 0.01 });
  const emulator = await sampleTenant();
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const request = new Request(target, init);
    const { pathname, port } = new URL(request.url);
    sent.push(`${request.method} ${pathname}`);
    if (port === "8788") {
      const answer = await authority.fetch(request);
      for (const device of authority.devices) device.approve();
      return answer;
    }
    const token = request.headers.get("authorization")?.replace("Bearer ", "");
    return authority.issued.some((each) => each.token === token)
      ? emulator.fetch(request)
      : Response.json({ error: { code: "InvalidAuthenticationToken", message: "Not ours." } }, { status: 401 });
  };
  const env = { GRAPH_SYNC_CONFIG: folder, CLIENT_SECRET: secret };
  const runWith: Scene["runWith"] = (given, ...words) => runCli(words, { env, fetch, now: Date.now, ...given });
  return {
    folder,
    authority,
    sent,
    run: (...words) => runWith({}, ...words),
    runWith,
    kept: (name) => readFile(join(folder, name), "utf8"),
  };
}
