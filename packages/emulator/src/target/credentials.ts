import { badRequest } from "../http/graph-fault.ts";

/** What a job signs in to its target with: values by key. */
export type Credentials = ReadonlyMap<string, string>;

/** The address below the target's own, with the query flags of a tenant URL left out: they are for the caller, not for the target. */
export function targetUrl(credentials: Credentials, path: string): URL {
  const url = webUrl(credentials.get("BaseAddress"));
  if (url === undefined) throw badRequest("The credentials have no BaseAddress that is an http or https address.");
  url.pathname = `${url.pathname.replace(/\/+$/u, "")}${path}`;
  url.search = "";
  url.hash = "";
  return url;
}

/** The header by which the target knows its caller. Without a token none is sent; the service would send one of its own. */
export function authorization(credentials: Credentials): Readonly<Record<string, string>> {
  const token = credentials.get("SecretToken") ?? credentials.get("Oauth2AccessToken");
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** A text as the address of a web server; undefined where it is none, or has credentials in it. */
export function webUrl(text: string | undefined): URL | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/u.test(url.protocol) && url.username === "" && url.password === "" ? url : undefined;
}
