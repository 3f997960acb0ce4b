import type { ServiceAddress } from "../connection/service-address.ts";
import { printed } from "../connection/service-address.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";

/**
 * What `request` sends, below the version of the service: from a path with the version, a path without, or a whole address.
 * Blanks and what lies beyond ASCII are encoded, for people write `$filter=displayName eq 'Ada'`.
 * @throws Refusal for a place that is not below `/v1.0` or `/beta` of the service
 */
export function requestPath(word: string, { cloud, version }: ServiceAddress): string {
  const { graphOrigin } = cloud;
  const service = printed({ cloud, version });
  const isHere = word.startsWith(`${graphOrigin}/`);
  if (!isHere && !/^\/(?!\/)/.test(word)) {
    throw new Refusal(
      exitCodes.usage,
      `Nothing was sent: the path is not one of ${service}, and the token goes nowhere else.`,
      "Write it like /servicePrincipals?$top=1, with or without the version before it.",
    );
  }
  const path = isHere ? word.slice(graphOrigin.length) : word;
  const [, named, rest = ""] = /^\/(v1\.0|beta)(\/.*)$/s.exec(path) ?? [];
  if (named === undefined && isHere) {
    throw new Refusal(
      exitCodes.usage,
      `Nothing was sent: only paths below ${graphOrigin}/v1.0/ and ${graphOrigin}/beta/ are.`,
      "Write it like /servicePrincipals?$top=1, with or without the version before it.",
    );
  }
  if (named !== undefined && named !== version) {
    throw new Refusal(
      exitCodes.usage,
      `The path is one of ${named}, and the service is ${service}.`,
      `Say --base-url ${graphOrigin}/${named}.`,
    );
  }
  const below = named === undefined ? path : rest;
  return below.replace(/[^\x21-\x7e]+/gu, encoded).replaceAll('"', "%22");
}

function encoded(text: string): string {
  // Half a surrogate pair is no text, and cannot be encoded.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}
