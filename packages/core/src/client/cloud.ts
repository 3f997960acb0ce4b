import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/** Where Graph is, who gives tokens for it and for what. Tokens of one cloud are worth nothing in another. */
export interface Cloud {
  readonly name: string;
  /** Scheme, host and port of Graph, without a path. */
  readonly graphOrigin: string;
  /** Origin of the token authority. */
  readonly authority: string;
  /** The scope that a token for this Graph is asked with. */
  readonly scope: string;
}

function cloud(name: string, graphOrigin: string, authority: string): Cloud {
  return { name, graphOrigin, authority, scope: `${graphOrigin}/.default` };
}

/**
 * The clouds that Microsoft runs Graph in. GCC uses `global`.
 * https://learn.microsoft.com/graph/deployments
 */
export const clouds: Readonly<Record<"global" | "usGov" | "usGovDoD" | "china", Cloud>> = {
  global: cloud("global", "https://graph.microsoft.com", "https://login.microsoftonline.com"),
  usGov: cloud("usGov", "https://graph.microsoft.us", "https://login.microsoftonline.us"),
  usGovDoD: cloud("usGovDoD", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us"),
  china: cloud("china", "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"),
};

export interface CustomCloudOptions {
  readonly graphOrigin: string;
  /** The authority of the global cloud unless told. */
  readonly authority?: string;
  readonly scope?: string;
}

/**
 * Any other Graph: an emulator, a gateway. Over https, or over http where the host is this machine.
 * @throws InvalidRequestError
 */
export function customCloud(options: CustomCloudOptions): Cloud {
  const graphOrigin = originOf("graphOrigin", options.graphOrigin);
  return Object.freeze({
    name: "custom",
    graphOrigin,
    authority: originOf("authority", options.authority ?? clouds.global.authority),
    scope: options.scope ?? `${graphOrigin}/.default`,
  });
}

/**
 * Checks an origin: https, or http on loopback; no path, no credentials.
 * @throws InvalidRequestError
 */
export function originOf(option: string, value: unknown): string {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined)
    throw new InvalidRequestError(`${option} is not an address: write it like https://graph.microsoft.com.`);
  if (url.username !== "" || url.password !== "") {
    throw new InvalidRequestError(`${option} must not hold a user name or a password.`);
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new InvalidRequestError(`${option} must be scheme, host and port alone: ${url.origin}.`);
  }
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return url.origin;
  throw new InvalidRequestError(
    `${option} must begin with https:// (http:// is for this machine alone), for the token goes there.`,
  );
}

/** RFC 6761 §6.3 and RFC 1122 §3.2.1.3. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
