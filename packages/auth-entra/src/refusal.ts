import { AuthError, type Clock, type GraphResponse, isJsonObject, parseJson, retryAfterMs } from "@graph-sync/core";
import { advice } from "./advice.ts";

/**
 * Failures that pass by themselves: trouble inside Entra and too many requests at once.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const passing: ReadonlySet<number> = new Set([90006, 90012, 90024, 90033, 90055, 90090]);

/** The error for an answer that is not 200. It holds what the authority says of itself, and nothing of the request. */
export function refusal(authority: string, { status, headers, body }: GraphResponse, clock: Clock): AuthError {
  const json = parseJson(body);
  const said = isJsonObject(json) ? json : {};
  const error = word(said["error"]);
  const codes = numbers(said["error_codes"]);
  const traceId = word(said["trace_id"]);
  const waitMs = retryAfterMs(headers, clock);
  const passes = status === 429 || status >= 500 || error === "temporarily_unavailable";
  return new AuthError(
    [
      status >= 300 && status < 400
        ? `${authority} answered a redirect (${status}), which is not followed, since the credential would go along: is the authority right?`
        : `${authority} refused the token request: ${error ?? `status ${status}`}${codes.map((code) => ` AADSTS${code}`).join()}.`,
      ...advice(codes, clockSkewMs(headers, clock)),
      ...sentence(said["error_description"]),
      ...(traceId === undefined ? [] : [`(trace id ${traceId})`]),
    ].join(" "),
    {
      error,
      codes,
      traceId,
      correlationId: word(said["correlation_id"]),
      // An error called invalid_… will be as invalid the next time, whatever its status.
      retryable: codes.some((code) => passing.has(code)) || (passes && error?.startsWith("invalid_") !== true),
      retryAfterMs: waitMs,
    },
  );
}

/** How far this machine's clock is ahead of the authority's; 0 where its answer has no date. */
function clockSkewMs(headers: GraphResponse["headers"], clock: Clock): number {
  const there = Date.parse(headers["date"] ?? "");
  return Number.isNaN(there) ? 0 : clock.now() - there;
}

/** What Entra says in its own words, without the numbers and ids that the error has already. */
function sentence(description: unknown): readonly string[] {
  const text = typeof description === "string" ? description : "";
  const plain = text
    .slice(0, 4096)
    .replace(/^AADSTS\d+:\s*/, "")
    .replace(/\s*Trace ID:[^]*$/, "")
    .replace(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, " ")
    .trim()
    .slice(0, 400);
  return plain === "" ? [] : [`Entra says: ${plain}`];
}

function numbers(value: unknown): readonly number[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one): one is number => Number.isSafeInteger(one));
}

/** Codes and ids are short and plain; what is not is none of ours to print. */
function word(value: unknown): string | undefined {
  return typeof value === "string" && /^[\w.:-]{1,128}$/.test(value) ? value : undefined;
}
