import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";

/** The app that a command is about, by one of its two objects. */
export interface App {
  readonly id: string;
  readonly kind: "service principal" | "application";
  /** The option that named it. */
  readonly option: "--service-principal" | "--application";
  /** The other object and its option, for hints. */
  readonly other: string;
}

export interface AppOptions {
  readonly servicePrincipal?: string;
  readonly application?: string;
}

/** @throws Refusal unless exactly one of the two ids is given. Whether it can be an id is checked by the client. */
export function chosenApp({ servicePrincipal, application }: AppOptions): App {
  if (servicePrincipal !== undefined && application === undefined) {
    return {
      id: servicePrincipal,
      kind: "service principal",
      option: "--service-principal",
      other: "the application (--application)",
    };
  }
  if (application !== undefined && servicePrincipal === undefined) {
    return {
      id: application,
      kind: "application",
      option: "--application",
      other: "the service principal (--service-principal)",
    };
  }
  throw new Refusal(
    exitCodes.usage,
    servicePrincipal === undefined
      ? "Say which app: its name, --service-principal <id> or --application <id>."
      : "Say --service-principal or --application, not both.",
    "graph-sync get <name, appId or object id>. The two options take an object id alone.",
  );
}
