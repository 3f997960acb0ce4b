import type { TokenSource, Transport } from "@graph-sync/core";
import type { ServiceAddress } from "../connection/service-address.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plainLine } from "../output/plain.ts";
import type { Profile } from "../profile/profile.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { azureCli } from "./azure-cli.ts";
import type { Identity } from "./identity.ts";
import { keeping, refreshTokens } from "./token-file.ts";

/** Who wants tokens, and what they are got with. */
export interface SignIn {
  readonly name: string;
  readonly profile: Profile;
  readonly identity: Identity;
  readonly address: ServiceAddress;
  readonly transport: Transport;
  /** Whether a person may be asked: at `login` alone, so that no other command waits for one. */
  readonly interactive: boolean;
}

/**
 * The tokens of a profile. One that an earlier run has kept is used again, but not at `login`, and none of the Azure CLI, which keeps its
 * own: whoever signs in to it as somebody else means it.
 */
export async function tokenSource(signIn: SignIn, surroundings: DiscreetSurroundings): Promise<TokenSource> {
  const source = await made(signIn, surroundings);
  return signIn.identity.kind === "azure-cli" ? source : keeping(source, signIn, surroundings);
}

/** Only the package of the identity is loaded. */
async function made(signIn: SignIn, surroundings: DiscreetSurroundings): Promise<TokenSource> {
  const { name, profile, identity, address, transport } = signIn;
  const { env } = surroundings;
  if (identity.kind === "azure-cli") return azureCli(profile.tenant, env);
  const { tenant, clientId } = profile;
  if (tenant === undefined || clientId === undefined) {
    throw new Refusal(
      exitCodes.usage,
      `The profile ${name} names no ${tenant === undefined ? "tenant" : "client id"}.`,
      `graph-sync profile add ${name} --tenant <id or domain> --client-id <id> names it.`,
    );
  }
  const app = { tenantId: tenant, clientId, transport, cloud: address.cloud };
  if (identity.kind === "device-code") {
    const { deviceCode } = await import("@graph-sync/auth-device-code");
    return deviceCode({ ...app, store: refreshTokens(name, surroundings), prompt: prompting(signIn, surroundings) });
  }
  const { clientCertificate, clientSecret, federatedIdentity } = await import("@graph-sync/auth-client-credentials");
  if (identity.kind === "client-secret")
    return clientSecret({ ...app, clientSecret: secretIn(identity.env, surroundings) });
  const { assertionFile, certificateFile } = await import("@graph-sync/auth-client-credentials/node");
  return identity.kind === "certificate"
    ? clientCertificate({ ...app, certificate: certificateFile(identity.file) })
    : federatedIdentity({ ...app, assertion: assertionFile(identity.file) });
}

function prompting({ name, interactive }: SignIn, { stderr }: DiscreetSurroundings) {
  return ({ message }: { readonly message: string }): void => {
    if (interactive) return void stderr.write(`${plainLine(message)}\n`);
    throw new Refusal(
      exitCodes.notSignedIn,
      `The sign-in of the profile ${name} is over.`,
      `graph-sync login --profile ${name} signs in again.`,
    );
  };
}

/** The authority is sent it, and may repeat it. */
function secretIn(name: string, { env, hide }: DiscreetSurroundings): string {
  const secret = Object.hasOwn(env, name) ? env[name] : undefined;
  if (secret !== undefined && secret.trim() !== "") {
    hide(secret.trim());
    return secret;
  }
  throw new Refusal(
    exitCodes.notSignedIn,
    `There is no client secret: the environment variable ${name} is ${secret === undefined ? "not set" : "empty"}.`,
    "It holds the secret's Value, which the portal shows once.",
  );
}
