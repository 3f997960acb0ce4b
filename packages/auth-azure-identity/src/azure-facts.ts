import type { AuthErrorFacts } from "@graph-sync/core";

/**
 * What an error of `@azure/identity` knows of the authority's answer. It is read by its members, since the package may be there in any
 * version, or not at all. Some of its errors keep the AADSTS codes in their sentence alone.
 */
export function azureFacts(cause: unknown): AuthErrorFacts {
  const response = member(cause, "errorResponse");
  const status = member(cause, "statusCode");
  return {
    cause,
    error: text(member(response, "error")),
    codes: codesOf(member(response, "errorCodes"), text(member(cause, "message")) ?? ""),
    traceId: text(member(response, "traceId")),
    correlationId: text(member(response, "correlationId")),
    retryable: typeof status === "number" && (status === 429 || status >= 500),
  };
}

function codesOf(listed: unknown, message: string): readonly number[] {
  const list: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const said =
    list.length > 0 ? list : [...message.slice(0, 4096).matchAll(/\bAADSTS(\d{2,9})\b/g)].map(([, code]) => code);
  return [...new Set(said.map(Number))].filter((code) => Number.isSafeInteger(code));
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
