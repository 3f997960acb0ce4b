import type { GraphServiceError } from "@graph-sync/core";
import type { Found } from "../target/find-by-app-id.ts";
import type { App } from "../target/chosen-app.ts";
import { exitCodes } from "../exit-codes.ts";
import { Refusal } from "./refusal.ts";

/** A 404 to everything that was asked of an app. `found` is what the directory says of the id as an appId. */
export function notFound(app: App, found: Found | undefined, error: GraphServiceError): Refusal {
  const { kind, id } = app;
  const options = { cause: error };
  if (found !== undefined) {
    const name = found.displayName === undefined ? "" : ` of ${found.displayName}`;
    return new Refusal(
      exitCodes.notFound,
      `${id} is the appId (client id)${name}, and the object id belongs here.`,
      `The same command with ${app.option} ${found.id} reads it.`,
      options,
    );
  }
  const said = error.code === undefined ? "404" : `404 ${error.code}`;
  const request = error.requestId === undefined ? "" : ` (request-id ${error.requestId})`;
  return new Refusal(
    exitCodes.notFound,
    `There is no ${kind} with the object id ${id}, or provisioning does not know it: the service answered ${said}${request}.`,
    `Is it the object id? An appId (client id) does not work here, and ${app.other} has an object id of its own.`,
    options,
  );
}
