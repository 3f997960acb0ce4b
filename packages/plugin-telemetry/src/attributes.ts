import { type GraphRequest, isGraphError, isTransportError, type PluginHost } from "@graph-sync/core";
import type { Attributes } from "@opentelemetry/api";
import type { TelemetryOptions } from "./telemetry-options.ts";

/** What is said of every request of a client, and of the server it goes to. */
export interface Describe {
  /** The operation's route, such as `/v1.0/servicePrincipals/{servicePrincipalId}/…/jobs`; undefined where no row describes the request. */
  route(request: GraphRequest): string | undefined;
  /** Of few values: good for metrics. */
  common(request: GraphRequest, route: string | undefined): Attributes;
  /** The address, with neither ids nor query values unless asked for. */
  url(request: GraphRequest, route: string | undefined): string;
}

/** https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client */
export function describing({ origin }: Pick<PluginHost, "origin">, options: TelemetryOptions): Describe {
  const { hostname, port, protocol } = new URL(origin);
  const server = {
    "server.address": hostname,
    "server.port": port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
  };

  return {
    route,
    common: ({ method, operation }, template) => ({
      "http.request.method": method,
      ...server,
      "graph_sync.operation": operation.id,
      ...(template !== undefined && { "url.template": template }),
    }),
    url(request, template) {
      const { url } = request;
      const mark = url.indexOf("?");
      const address = mark < 0 ? url : url.slice(0, mark);
      const path = options.ids === true ? address : origin + (template ?? "/REDACTED");
      if (mark < 0) return path;
      return `${path}?${options.query === true ? url.slice(mark + 1) : redacted(url.slice(mark + 1))}`;
    },
  };
}

/** The parts of a path that hold the ids have names in the row; which root they are below is no secret. */
function route({ operation, params, url }: GraphRequest): string | undefined {
  // The path of a request that no row describes is an address like any other.
  if (operation.id === "request") return undefined;
  const root = params["applicationId"] === undefined ? "servicePrincipals" : "applications";
  const id = root === "applications" ? "{applicationId}" : "{servicePrincipalId}";
  const version = /^[^/]+\/\/[^/]+(\/v1\.0|\/beta)\//.exec(url)?.[1] ?? "";
  return version + operation.path.replace("{root}/{id}", `${root}/${id}`);
}

function redacted(query: string): string {
  return query
    .split("&")
    .map((option) => `${option.split("=", 1)[0] ?? ""}=REDACTED`)
    .join("&");
}

/** One of few words for what went wrong: a status, or the code or the name of an error. */
export function errorType(ending: unknown): string | undefined {
  if (isTransportError(ending)) return ending.code;
  if (isGraphError(ending)) return ending.name;
  if (ending instanceof Error) return "_OTHER";
  const isRefusal = typeof ending === "object" && ending !== null && "status" in ending && Number(ending.status) >= 400;
  return isRefusal ? String(ending.status) : undefined;
}
