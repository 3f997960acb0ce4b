import {
  answered,
  type AnswerSpec,
  cut,
  delayed,
  dripped,
  endless,
  type FaultScript,
  faultServer,
  type FaultServer,
  headerFlood,
  type ReceivedRequest,
  stray,
  type Wire,
} from "@graph-sync/testing";
import { faultAt, type FaultKind } from "./plan.ts";

/** The word in the journal for a request whose work was done. */
export const applied = "applied";

/** A service that does what it is asked, and misbehaves in between as the seed says. Its journal is the truth. */
export function faultyService(seed: number, share: number): Promise<FaultServer> {
  const arrivals = new Map<string, number>();
  const deleted = new Set<string>();

  /** Notes the work where it is done, and gives the honest answer to it. */
  function work(request: ReceivedRequest, wire: Wire): AnswerSpec {
    const nonce = nonceOf(request);
    const headers = [`x-soak-nonce: ${nonce}`];
    if (request.method === "GET") return { headers, body: readBody(request, nonce) };
    if (request.method === "DELETE" && deleted.has(nonce)) {
      return { status: "404 Not Found", headers, body: { error: { code: "NotFound", message: "" } } };
    }
    if (request.method === "DELETE") deleted.add(nonce);
    wire.note(applied);
    const creates = request.method === "POST" && request.target.endsWith("/jobs");
    return creates ? { status: "201 Created", headers, body: { id: nonce } } : { status: "204 No Content", headers };
  }

  return faultServer({
    maxConnections: 200_000,
    maxRequests: 500_000,
    head(head, wire) {
      const nonce = nonceOf(head);
      const arrival = (arrivals.get(nonce) ?? 0) + 1;
      arrivals.set(nonce, arrival);
      // Only a request with a body is not whole yet.
      if (faultAt(seed, nonce, arrival, share) === "reset before body" && "content-length" in head.headers)
        wire.reset();
    },
    answer(request, wire) {
      if (wire.isClosed) return;
      const nonce = nonceOf(request);
      const fault = faultAt(seed, nonce, arrivals.get(nonce) ?? 1, share);
      if (fault !== undefined) wire.note(fault);
      return spoil[fault ?? "none"](request, wire, work);
    },
  });
}

type Work = (request: ReceivedRequest, wire: Wire) => AnswerSpec;
type Spoil = (request: ReceivedRequest, wire: Wire, work: Work) => void | Promise<void>;

/** Does the work, and then what the script says with its answer. */
function after(script: (answer: AnswerSpec) => FaultScript): Spoil {
  return (request, wire, work) => script(work(request, wire))(request, wire);
}

/** The same without the work. */
function instead(script: FaultScript): Spoil {
  return (request, wire) => script(request, wire);
}

const refusal = (status: string): FaultScript =>
  answered((request) => ({
    status,
    headers: ["Retry-After: 1", `x-soak-nonce: ${nonceOf(request)}`],
    body: { error: { code: "x", message: "" } },
  }));

/** Nobody's answer, behind another one. */
const strayAnswer: AnswerSpec = { headers: ["x-soak-nonce: stray"], body: { id: "stray", value: [] }, echo: "wrong" };

const spoil: Readonly<Record<FaultKind | "none", Spoil>> = {
  none: after(answered),
  "reset before body": instead((_, wire) => wire.reset()),
  "reset unapplied": instead(cut("before headers")),
  "reset applied": after((answer) => cut("before headers", "reset", answer)),
  "reset in headers": after((answer) => cut("in headers", "reset", answer)),
  "reset after headers": after((answer) => cut("after headers", "reset", { body: "{}", ...answer })),
  "end in headers": after((answer) => cut("in headers", "end", answer)),
  "end in body": after((answer) => cut("in body", "end", { body: "{}", ...answer })),
  silence: instead(cut("before headers", "silence")),
  "silence in body": after((answer) => cut("in body", "silence", { body: "{}", ...answer })),
  "429": instead(refusal("429 Too Many Requests")),
  "503": instead(refusal("503 Service Unavailable")),
  "500 applied": after((answer) => answered({ ...answer, status: "500 Internal Server Error", body: {} })),
  "504 unapplied": instead(refusal("504 Gateway Timeout")),
  "wrong echo": after((answer) => answered({ ...answer, headers: strayAnswer.headers ?? [], echo: "wrong" })),
  "missing echo": after((answer) => answered({ ...answer, echo: "missing" })),
  "stray answer": after((answer) => stray(answer, strayAnswer)),
  "dying connection": after((answer) => async (request, wire) => {
    await answered(answer)(request, wire);
    await wire.pause(1);
    wire.destroy();
  }),
  "damaged gzip": after(({ headers = [] }) =>
    answered({ headers: [...headers, "Content-Encoding: gzip"], body: "not gzip" }),
  ),
  "slow drip": after((answer) => dripped({ bytes: 64, everyMs: 1 }, answer)),
  delay: after((answer) => delayed(10, answered(answer))),
  "too large": after((answer) => answered({ ...answer, status: "200 OK", body: "x".repeat(300_000) })),
  endless: after(() => endless({ maxBytes: 4_000_000 })),
  "header flood": after(() => headerFlood({ maxLines: 4_000 })),
};

function nonceOf({ headers }: Pick<ReceivedRequest, "headers">): string {
  return headers["x-soak-nonce"] ?? "";
}

/** A job, or one of three pages of a job each. */
function readBody({ target, headers }: ReceivedRequest, nonce: string): unknown {
  if (/\/jobs\/[^/]+$/.test(target)) return { id: nonce };
  const page = Number(/page=(\d)/.exec(target)?.[1] ?? 1);
  const path = target.split("?")[0] ?? "";
  const next = page === 3 ? {} : { "@odata.nextLink": `http://${headers["host"]}${path}?page=${page + 1}` };
  return { value: [{ id: nonce }], ...next };
}
