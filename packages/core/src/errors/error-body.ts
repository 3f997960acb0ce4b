import { isJsonObject, parseJson } from "../wire/json.ts";

/** What can be read from the body of a failed answer, whatever its shape. */
export interface ErrorBody {
  /** The most specific code, or undefined where the body has none. */
  readonly code: string | undefined;
  /** All codes, outermost first. */
  readonly codes: readonly string[];
  /** What the service says, one sentence or none; at most 4,096 characters. */
  readonly message: string;
  /** From the body's inner error: when the service answered. */
  readonly date: string | undefined;
  readonly requestId: string | undefined;
  readonly clientRequestId: string | undefined;
}

const maxDepth = 16;
const maxMessage = 4096;

/**
 * Reads the body of a failed answer: Graph's envelope in both casings of `innerError`, the OAuth form in which `error`
 * is a string, a backend's JSON text inside `message` (one level), HTML, nothing at all. It never throws.
 * https://learn.microsoft.com/graph/errors
 */
export function decodeErrorBody(body: string): ErrorBody {
  const codes: string[] = [];
  const ids: Record<"date" | "requestId" | "clientRequestId", string | undefined> = {
    date: undefined,
    requestId: undefined,
    clientRequestId: undefined,
  };
  const json = parse(body);
  const outer = member(json, "error");
  let message =
    text(member(json, "error_description")) ?? text(member(json, "Message")) ?? text(member(json, "message"));
  if (typeof outer === "string") pushCode(codes, outer);

  let level = typeof outer === "string" ? undefined : outer;
  for (let depth = 0; depth < maxDepth && isJsonObject(level); depth++) {
    pushCode(codes, level["code"]);
    const said = text(level["message"]);
    const nested = depth === 0 && said !== undefined ? parse(said) : undefined;
    if (isJsonObject(nested)) {
      const inner = member(nested, "error");
      pushCode(codes, member(inner, "code"));
      message ??= text(member(inner, "message")) ?? text(member(nested, "Message")) ?? text(member(nested, "message"));
    } else {
      message ??= said;
    }
    ids.date ??= word(level["date"]);
    ids.requestId ??= word(level["request-id"]);
    ids.clientRequestId ??= word(level["client-request-id"]);
    level = level["innerError"] ?? level["innererror"];
  }
  return { code: specific(codes), codes, message: (message ?? "").slice(0, maxMessage), ...ids };
}

/** `UnknownError` is the gateway's word for a backend's error; any other code says more. */
function specific(codes: readonly string[]): string | undefined {
  return codes.findLast((code) => code !== "UnknownError") ?? codes.at(-1);
}

function pushCode(codes: string[], code: unknown): void {
  const name = typeof code === "number" ? String(code) : word(code);
  if (name !== undefined) codes.push(name);
}

/** Only an object can be an envelope, and most other bodies are HTML. */
function parse(body: string): unknown {
  return /^\s*\{/.test(body.slice(0, 64)) ? parseJson(body) : undefined;
}

function member(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Codes and ids are short; what is longer is none of ours to print. */
function word(value: unknown): string | undefined {
  return text(value)?.slice(0, 256);
}
