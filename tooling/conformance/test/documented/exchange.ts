import { type Deviation, deviations, type Instead } from "./deviations.ts";
import type { Example } from "./examples.ts";

/** What nock expects and answers, and what the call must give. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    /** Without a slash at its end, which pages print and leave out at will. */
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    /** Null where there is none. */
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly answer: unknown;
}

/** The documented exchange with what is done instead; with `{}`, the documented one. */
export function exchangeOf(example: Example, instead: Instead = insteadOf(example)): Exchange {
  const request = { ...example.request, ...instead.request };
  const response = { ...example.response, ...instead.response };
  const [path = "", query] = (request.path ?? "").split("?");
  const body = response.body === null ? "" : JSON.stringify(response.body);
  const type = response.body === null ? {} : { "content-type": "application/json" };
  return {
    request: {
      method: request.method ?? "",
      path: path.replace(/\/$/, ""),
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: lowerCased(request.headers),
      body: request.body,
    },
    response: { status: response.status ?? 0, headers: { ...type, ...lowerCased(response.headers) }, body },
    answer: "answer" in instead ? instead.answer : entityOf(response.body),
  };
}

/** What the table of deviations says of an example. */
export function deviationOf(file: string): Deviation | undefined {
  return deviations.find(({ example }) => example === file);
}

function insteadOf(example: Example): Instead {
  const instead = deviationOf(example.file)?.instead ?? "not replayed";
  return instead === "not replayed" ? {} : instead(example);
}

/** Of a collection, its items; of an empty answer, nothing. */
function entityOf(body: unknown): unknown {
  if (body === null) return undefined;
  const items = typeof body === "object" && "value" in body ? body.value : undefined;
  return Array.isArray(items) ? items : body;
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
