import { type Cloud, clouds, customCloud, isInvalidRequestError, type Version } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";

/** The service that a command talks to. */
export interface ServiceAddress {
  readonly cloud: Cloud;
  readonly version: Version;
}

const hint = "Write it like https://graph.microsoft.com/v1.0 or http://127.0.0.1:8787/v1.0.";
const versions: Readonly<Record<string, Version>> = { "/": "v1.0", "/v1.0": "v1.0", "/beta": "beta" };

/**
 * Reads `--base-url`: an origin, alone or with `/v1.0` or `/beta`. Without one it is the real service.
 * @throws Refusal that names the option and never shows its value, which may hold a password.
 */
export function serviceAddress(baseUrl: string | undefined): ServiceAddress {
  if (baseUrl === undefined) return { cloud: clouds.global, version: "v1.0" };
  if (!URL.canParse(baseUrl) || !/^https?:\/\//i.test(baseUrl)) {
    throw new Refusal(exitCodes.usage, "--base-url is not an address that begins with https:// or http://.", hint);
  }
  const url = new URL(baseUrl);
  const path = url.pathname === "/" ? "/" : url.pathname.replace(/\/$/, "");
  const version = Object.hasOwn(versions, path) ? versions[path] : undefined;
  url.pathname = "/";
  const cloud = cloudAt(url.href);
  if (version === undefined) {
    throw new Refusal(exitCodes.usage, "--base-url must end after the host, in /v1.0 or in /beta.", hint);
  }
  return { cloud, version };
}

/** The address in the form in which people write it. */
export function printed({ cloud, version }: ServiceAddress): string {
  return `${cloud.graphOrigin}/${version}`;
}

/** Whether the service is a server on this machine. */
export function isLocal({ cloud }: ServiceAddress): boolean {
  return /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(cloud.graphOrigin);
}

function cloudAt(graphOrigin: string): Cloud {
  try {
    return customCloud({ graphOrigin });
  } catch (error) {
    if (!isInvalidRequestError(error)) throw error;
    throw new Refusal(exitCodes.usage, error.message.replace(/^graphOrigin/, "--base-url"), hint, { cause: error });
  }
}
