import { pipeline, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import { createBrotliCompress, createGzip } from "node:zlib";
import { type AnswerFor, type AnswerSpec, answerTo, bytesOf, echoLines } from "./answer-spec.ts";
import type { FaultScript } from "./fault-server.ts";
import { http } from "./http-answer.ts";
import type { ReceivedRequest } from "./received-request.ts";

/** Answers as Graph does, with the request's own `client-request-id`. */
export function answered(answer: AnswerFor = {}): FaultScript {
  return (request, wire) => {
    const spec = answerTo(request, answer);
    if (spec.echo !== undefined && spec.echo !== "same") wire.note(`${spec.echo} echo`);
    return wire.write(bytesOf(request, spec));
  };
}

/** Where inside an answer something happens. */
export type AnswerPhase = "before headers" | "in headers" | "after headers" | "in body" | "after body";

/** How an answer ends that does not go on. `silence` keeps the connection and says nothing more. */
export type Cut = "reset" | "end" | "silence";

/**
 * Begins an answer and breaks off: a reset, a half-close that cuts the body short, or silence.
 * @param how what happens then; `reset` unless told
 */
export function cut(phase: AnswerPhase, how: Cut = "reset", answer: AnswerFor = defaultAnswer): FaultScript {
  return async (request, wire) => {
    wire.note(`${how} ${phase}`);
    const bytes = bytesOf(request, answer);
    await wire.write(bytes.subarray(0, lengthAt(phase, bytes)));
    // The client must have seen what was written: a reset throws away what is still in its buffer.
    if (phase !== "before headers") await wire.pause(settleMs);
    if (how === "reset") wire.reset();
    if (how === "end") wire.end();
  };
}

/** Writes a whole answer and, unasked, another one behind it, so that the next request finds it in its way. */
export function stray(answer: AnswerFor = defaultAnswer, extra: AnswerFor = defaultAnswer): FaultScript {
  return async (request, wire) => {
    wire.note("stray answer");
    await wire.write(bytesOf(request, answer));
    await turn();
    await wire.write(bytesOf(request, extra));
  };
}

/** Does the same later. */
export function delayed(ms: number, script: FaultScript): FaultScript {
  return async (request, wire) => {
    wire.note("delay");
    await wire.pause(ms);
    if (!wire.isClosed) await script(request, wire);
  };
}

/** Writes an answer a few bytes at a time. */
export function dripped(
  { bytes, everyMs }: { readonly bytes: number; readonly everyMs: number },
  answer: AnswerFor = defaultAnswer,
): FaultScript {
  return async (request, wire) => {
    wire.note("slow drip");
    const whole = bytesOf(request, answer);
    for (let at = 0; at < whole.length && !wire.isClosed; at += bytes) {
      await wire.write(whole.subarray(at, at + bytes));
      await wire.pause(everyMs);
    }
  };
}

/** Writes a body that does not end until the client has enough, or this many bytes have gone. */
export function endless({ maxBytes = 256 * mebibyte }: { readonly maxBytes?: number } = {}): FaultScript {
  return async (request, wire) => {
    wire.note("endless body");
    await wire.write(`${begun(request, "Transfer-Encoding: chunked")}\r\n`);
    const chunk = Buffer.from(`10000\r\n${" ".repeat(0x10000)}\r\n`, "latin1");
    for (let sent = 0; sent < maxBytes && !wire.isClosed; sent += 0x10000) await wire.write(chunk);
    wire.destroy();
  };
}

/** A small body that becomes a large one when its codings are undone, as often as `codings` says. */
export function bomb({
  decodedBytes,
  codings = ["gzip"],
}: {
  readonly decodedBytes: number;
  readonly codings?: readonly ("gzip" | "br")[];
}): FaultScript {
  // Made when it is first asked for, and piece by piece: it must not be large here.
  let body: Promise<Buffer> | undefined;
  return async (request, wire) => {
    wire.note("compression bomb");
    body ??= compressed(blanks(decodedBytes), codings);
    await wire.write(http("200 OK", [...echoLines(request), `Content-Encoding: ${codings.join(", ")}`], await body));
  };
}

/** Writes header lines without an end, until the client has enough or this many have gone. */
export function headerFlood({ maxLines = 20_000 }: { readonly maxLines?: number } = {}): FaultScript {
  return async (request, wire) => {
    wire.note("header flood");
    await wire.write(begun(request));
    for (let line = 0; line < maxLines && !wire.isClosed; line += 50) {
      await wire.write(Array.from({ length: 50 }, (_, at) => `X-Flood-${line + at}: ${"x".repeat(32)}\r\n`).join(""));
    }
    wire.destroy();
  };
}

/** Gives each request to the next script; the last one serves for ever. */
export function inTurn(...scripts: readonly FaultScript[]): FaultScript {
  let served = 0;
  return (request, wire) => {
    const script = scripts[Math.min(served++, scripts.length - 1)];
    if (script === undefined) throw new Error("inTurn() was given no script, but a request came.");
    return script(request, wire);
  };
}

const mebibyte = 1024 * 1024;
/** Long enough for bytes to cross loopback. What follows may come later, never sooner. */
const settleMs = 20;
const defaultAnswer: AnswerSpec = { body: { value: [] } };

/** The status line and the headers of an answer whose body comes piece by piece. */
function begun(request: ReceivedRequest, ...headers: readonly string[]): string {
  return ["HTTP/1.1 200 OK", ...echoLines(request), ...headers, ""].join("\r\n");
}

function* blanks(bytes: number): Generator<Buffer, void, void> {
  const block = Buffer.alloc(0x10000, " ");
  for (let left = bytes; left > 0; left -= block.length) yield block.subarray(0, left);
}

async function compressed(source: Iterable<Buffer>, codings: readonly ("gzip" | "br")[]): Promise<Buffer> {
  const steps = codings.map((coding) => (coding === "gzip" ? createGzip() : createBrotliCompress()));
  const whole = steps.reduce<Readable>((from, step) => pipeline(from, step, () => undefined), Readable.from(source));
  return buffer(whole);
}

function lengthAt(phase: AnswerPhase, bytes: Buffer): number {
  const headers = bytes.indexOf("\r\n\r\n") + 4;
  switch (phase) {
    case "before headers":
      return 0;
    case "in headers":
      return Math.floor(headers / 2);
    case "after headers":
      return headers;
    case "in body":
      return headers + Math.floor((bytes.length - headers) / 2);
    case "after body":
      return bytes.length;
  }
}
