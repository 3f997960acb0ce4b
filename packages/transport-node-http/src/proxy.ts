import { InvalidRequestError } from "@graph-sync/core";
import { isLoopback, noProxy } from "./no-proxy.ts";

/** The way to the service. */
export interface ProxyOptions {
  /**
   * The address of a proxy for every request, as `http://` or `https://`, with its user and password in it where it asks
   * for them; `false` for none. Unless told, the environment says it when the transport is made: `HTTPS_PROXY` and
   * `HTTP_PROXY` by the scheme of the request, `NO_PROXY` for what goes without, each also in lower case, which wins.
   * Loopback addresses never go through a proxy of the environment.
   */
  readonly proxy?: string | false;
  /** What does not go through `proxy`, written as in `NO_PROXY`; the variable itself holds for the environment's only. */
  readonly noProxy?: string;
}

/** A proxy without what its errors must not show. */
export interface Proxy {
  readonly origin: string;
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: number;
  /** The value of `proxy-authorization`, for the proxy alone. */
  readonly authorization: string | undefined;
}

/** The proxy for a target, or undefined where it is reached directly. */
export type ProxyFor = (target: URL) => Proxy | undefined;

/** @throws InvalidRequestError for options that are no proxy; what the environment says is checked where it is used */
export function proxyFor(options: ProxyOptions, environment: NodeJS.ProcessEnv = process.env): ProxyFor {
  if (options.proxy === false) return () => undefined;
  if (options.proxy !== undefined) {
    const proxy = parsed(options.proxy, "proxy");
    const bypass = noProxy(options.noProxy ?? "");
    return (target) => (bypass(hostOf(target), portOf(target)) ? undefined : proxy);
  }
  if (options.noProxy !== undefined) {
    throw new InvalidRequestError("noProxy belongs to the option proxy: give both, or set NO_PROXY.");
  }
  return fromEnvironment(environment);
}

function fromEnvironment(environment: NodeJS.ProcessEnv): ProxyFor {
  const variable = (name: string): Variable | undefined => {
    for (const spelling of [name.toLowerCase(), name]) {
      const value = environment[spelling]?.trim();
      if (value !== undefined && value !== "") return { name: spelling, value };
    }
    return undefined;
  };
  // In a CGI program HTTP_PROXY is a header that anybody may send (https://httpoxy.org).
  const http = variable("HTTP_PROXY");
  const plain = http?.name === "HTTP_PROXY" && environment["REQUEST_METHOD"] !== undefined ? undefined : http;
  const secure = variable("HTTPS_PROXY");
  const bypass = noProxy(variable("NO_PROXY")?.value ?? "");
  return (target) => {
    const chosen = target.protocol === "https:" ? secure : plain;
    const hostname = hostOf(target);
    if (chosen === undefined || isLoopback(hostname) || bypass(hostname, portOf(target))) return undefined;
    return parsed(chosen.value, chosen.name);
  };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** Its text is never shown: a password may be in it. */
function parsed(text: string, name: string): Proxy {
  const address = text.includes("://") ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new InvalidRequestError(
      `${name} must be the http:// or https:// address of a proxy (it is not shown); other kinds are not known here.`,
    );
  }
  return {
    origin: url.origin,
    secure: url.protocol === "https:",
    hostname: hostOf(url),
    port: portOf(url),
    authorization: credentials(url, name),
  };
}

function credentials({ username, password }: URL, name: string): string | undefined {
  if (username === "" && password === "") return undefined;
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
  } catch {
    throw new InvalidRequestError(`The user and password in ${name} are not URL-encoded: write % as %25.`);
  }
}

/** As sockets and lists have it: an IPv6 address without brackets, a name without the dot at its end. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

export function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}
