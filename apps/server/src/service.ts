import { healthAnswer, type Health } from "./health.ts";
import type { Log } from "./log.ts";

/** What the server answers: how it is, and what the emulator says; each exchange with it is logged. */
export function service(health: Health, log: Log): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const healthy = healthAnswer(pathname, health);
    if (healthy !== undefined) return healthy;
    const emulator = health.emulator();
    if (emulator === undefined) return new Response(null, { status: 503, headers: { "retry-after": "1" } });
    const startedMs = performance.now();
    const response = await emulator.answer(request);
    log.answered({
      method: request.method,
      path: pathname,
      status: response.status,
      durationMs: Math.round((performance.now() - startedMs) * 10) / 10,
      requestId: response.headers.get("request-id") ?? undefined,
      clientRequestId: response.headers.get("client-request-id") ?? undefined,
    });
    return response;
  };
}
