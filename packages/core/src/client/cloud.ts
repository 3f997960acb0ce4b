import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/** Where Graph is, who gives tokens for it and for what. Tokens of one cloud are worth nothing in another. */
export interface Cloud {
  /** What messages call it: `global`, `usGov`, `usGovDoD`, `china` or `custom`. */
  readonly name: string;
  /** Scheme, host and port of Graph, without a path. */
  readonly graphOrigin: string;
  /** Origin of the token authority. */
  readonly authority: string;
  /** The scope that a token for this Graph is asked with. */
  readonly scope: string;
}

/** The brand of a checked record, known also to another copy of this package. */
const brand = Symbol.for("graph-sync.cloud");

/* @__NO_SIDE_EFFECTS__ */
function cloud(name: string, graphOrigin: string, authority: string, scope = `${graphOrigin}/.default`): Cloud {
  return Object.freeze(Object.defineProperty({ name, graphOrigin, authority, scope }, brand, { value: true }));
}

/** The cloud of most tenants, and of GCC. By itself, so that a program that needs no other carries no other. */
export const globalCloud: Cloud = cloud("global", "https://graph.microsoft.com", "https://login.microsoftonline.com");

/**
 * The clouds that Microsoft runs Graph in: US Government L4 (`usGov`) and L5 (`usGovDoD`), China. GCC uses `global`.
 * https://learn.microsoft.com/graph/deployments
 */
export const clouds: Readonly<Record<"global" | "usGov" | "usGovDoD" | "china", Cloud>> = {
  global: globalCloud,
  usGov: cloud("usGov", "https://graph.microsoft.us", "https://login.microsoftonline.us"),
  usGovDoD: cloud("usGovDoD", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us"),
  china: cloud("china", "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"),
};

/** @throws InvalidRequestError for a record that nobody checked, in which origin and authority may not belong together */
export function checkCloud(cloud: Cloud): void {
  // What a program without types passes has no brand either.
  if ((cloud as { readonly [brand]?: true } | null)?.[brand] === true) return;
  throw new InvalidRequestError("cloud must be one of `clouds`, or made by customCloud({ graphOrigin }).");
}

/** Where another Graph is; only its origin must be given. */
export interface CustomCloudOptions {
  /** Scheme, host and port, such as `http://127.0.0.1:4010`. */
  readonly graphOrigin: string;
  /** The authority of the global cloud unless told. */
  readonly authority?: string;
  /** What a token is asked with; `{graphOrigin}/.default` unless told. */
  readonly scope?: string;
}

/**
 * Any other Graph: an emulator, a gateway. Over https, or over http where the host is this machine.
 * @throws InvalidRequestError for a bad origin, and for one of Microsoft's with the authority of another cloud
 */
export function customCloud(options: CustomCloudOptions): Cloud {
  const graphOrigin = originOf("graphOrigin", options.graphOrigin);
  const known = Object.values(clouds).find((each) => each.graphOrigin === graphOrigin);
  const authority = originOf("authority", options.authority ?? (known ?? globalCloud).authority);
  if (known !== undefined && authority !== known.authority) {
    throw new InvalidRequestError(
      `${graphOrigin} takes tokens of ${known.authority}, not of ${authority}: use clouds.${known.name}.`,
    );
  }
  return known !== undefined && options.scope === undefined
    ? known
    : cloud("custom", graphOrigin, authority, options.scope);
}

/** Checks an origin: https, or http on loopback; no path, no credentials. */
function originOf(option: string, value: unknown): string {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined) {
    throw new InvalidRequestError(`${option} is not an address: write it like https://graph.microsoft.com.`);
  }
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
