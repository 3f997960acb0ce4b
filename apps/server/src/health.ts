import type { Emulator } from "@graph-sync/emulator";

/** How the server is, for whoever runs it. */
export interface Health {
  /** The emulator, once there is one. */
  readonly emulator: () => Emulator | undefined;
  readonly stopping: () => boolean;
}

/**
 * `/healthz`: the process answers. `/readyz`: it takes requests, and its database does too. Neither asks for a token, and
 * neither tells more. Undefined for any other address.
 */
export function healthAnswer(path: string, health: Health): Promise<Response> | undefined {
  if (path === "/healthz") return Promise.resolve(say(200, "ok"));
  return path === "/readyz" ? readiness(health) : undefined;
}

async function readiness({ emulator, stopping }: Health): Promise<Response> {
  if (stopping()) return say(503, "stopping");
  try {
    const ready = emulator();
    if (ready === undefined) return say(503, "starting");
    await ready.directory();
    return say(200, "ready");
  } catch {
    return say(503, "the database does not answer");
  }
}

function say(code: 200 | 503, status: string): Response {
  return Response.json({ status }, { status: code, headers: { "cache-control": "no-store" } });
}
