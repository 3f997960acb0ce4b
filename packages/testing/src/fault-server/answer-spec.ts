import { http } from "./http-answer.ts";
import type { ReceivedRequest } from "./received-request.ts";

/** An honest answer, as a script says it. */
export interface AnswerSpec {
  /** `200 OK` unless told. */
  readonly status?: string;
  /** Lines such as `Retry-After: 7`. */
  readonly headers?: readonly string[];
  /** Sent as it is where it is text or bytes, else as JSON; nothing unless told. */
  readonly body?: unknown;
  /** What to do with `client-request-id`: give it back as Graph does (unless told), another one, or none. */
  readonly echo?: "same" | "wrong" | "missing";
}

/** An answer, or how to make one for a request. */
export type AnswerFor = AnswerSpec | ((request: ReceivedRequest) => AnswerSpec);

/** The answer to this request. */
export function answerTo(request: ReceivedRequest, answer: AnswerFor): AnswerSpec {
  return typeof answer === "function" ? answer(request) : answer;
}

/** The same as bytes. */
export function bytesOf(request: ReceivedRequest, answer: AnswerFor): Buffer {
  const { status = "200 OK", headers = [], body = "", echo = "same" } = answerTo(request, answer);
  const content = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  return http(status, [...echoLines(request, echo), ...headers], content);
}

/** The line that gives the request its own id back; none where it has none. */
export function echoLines({ headers }: ReceivedRequest, echo: AnswerSpec["echo"] = "same"): readonly string[] {
  const id = headers["client-request-id"];
  if (id === undefined || echo === "missing") return [];
  return [`client-request-id: ${echo === "wrong" ? crypto.randomUUID() : id}`];
}
