import { resolve } from "node:path";
import { Option } from "commander";
import { addressOf, checkProfileName, type Profile } from "../profile/profile.ts";
import { isVariableName } from "../connection/access-token.ts";
import { openTransport, type TransportName, transportNames } from "../connection/open-client.ts";
import { hiding } from "../connection/connection.ts";
import { explain } from "../errors/explain.ts";
import { Refusal } from "../errors/refusal.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Identity, inWords } from "../identity/identity.ts";
import { registrationSteps } from "../identity/registration-steps.ts";
import { plainLine } from "../output/plain.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { changeProfiles, readProfiles } from "../profile/profile-store.ts";
import { type AnyVerb, verb } from "../verb.ts";
import { addProfileFields, changed, fieldsOf, type ProfileFields } from "./profile/add.ts";

interface LoginOptions extends ProfileFields {
  readonly profile?: string;
  readonly transport: TransportName;
  readonly deviceCode?: boolean;
  readonly clientSecretEnv?: string;
  readonly certificate?: string;
  readonly federatedTokenFile?: string;
  readonly azureCli?: boolean;
}

const ways = ["deviceCode", "clientSecretEnv", "certificate", "federatedTokenFile", "azureCli"] as const;

export const login: AnyVerb = verb<LoginOptions>({
  words: "login",
  summary: "sign in, and keep how in a profile",
  details:
    "Signs in as it did before, or by a device code, unless told how. Secrets are named, never typed: --client-secret-env takes the\n" +
    "name of a variable. Without a client id and a tenant it prints how to make an app registration, and sends nothing.",
  example:
    "graph-sync login --tenant contoso.onmicrosoft.com --client-id <application id>\n" +
    "graph-sync login --profile ci --tenant <id> --client-id <id> --federated-token-file $AZURE_FEDERATED_TOKEN_FILE",
  options(command) {
    const way = (flags: string, description: string): Option => {
      const option = new Option(flags, description);
      return option.conflicts(ways.filter((each) => each !== option.attributeName()));
    };
    command
      .addOption(way("--device-code", "as a person, with a code for another screen"))
      .addOption(way("--client-secret-env <name>", "as an app, with the secret in this environment variable"))
      .addOption(way("--certificate <file>", "as an app, with a certificate and its key (PEM)"))
      .addOption(way("--federated-token-file <file>", "as an app, with the token of another issuer in this file"))
      .addOption(way("--azure-cli", "as whoever is signed in to the Azure CLI"))
      .option("--profile <name>", "the profile to keep it in (default: the current one, or default)");
    addProfileFields(command);
    command.addOption(
      new Option("--transport <name>", "what carries the requests").choices([...transportNames]).default("node-http"),
    );
  },
  async run({ options, surroundings }) {
    const { env, stdout } = surroundings;
    const all = await readProfiles(env);
    const name = checkProfileName(options.profile ?? all.current ?? "default");
    const profile = changed(all.profiles[name], fieldsOf(options));
    const identity = chosenWay(options) ?? profile.identity ?? { kind: "device-code" };
    if (identity.kind !== "azure-cli" && (profile.tenant === undefined || profile.clientId === undefined)) {
      stdout.write(registrationSteps);
      return exitCodes.usage;
    }
    await signIn(name, { ...profile, identity }, identity, options.transport, surroundings);
    await changeProfiles(env, ({ profiles }) => ({
      current: name,
      profiles: { ...profiles, [name]: { ...profile, identity } },
    }));
    stdout.write(plainLine(`Signed in as ${inWords(identity)}. The profile ${name} is the current one.`) + "\n");
    return exitCodes.ok;
  },
});

/** Gets a token, which the source keeps. */
async function signIn(
  name: string,
  profile: Profile,
  identity: Identity,
  transportName: TransportName,
  surroundings: DiscreetSurroundings,
): Promise<ExitCode> {
  const address = addressOf(profile);
  const transport = await openTransport(transportName, surroundings.fetch);
  const { tokenSource } = await import("../identity/token-source.ts");
  try {
    const source = await tokenSource({ name, profile, identity, address, transport, interactive: true }, surroundings);
    const { signal } = surroundings;
    await hiding(source, surroundings).getToken({ scopes: [address.cloud.scope], claims: undefined, signal });
    return exitCodes.ok;
  } catch (error) {
    throw explain(error, { address, tokenFrom: inWords(identity), words: "login" });
  } finally {
    await transport.close?.();
  }
}

/** Files are kept by their whole path: later commands run in other folders. */
function chosenWay(options: LoginOptions): Identity | undefined {
  const { deviceCode, clientSecretEnv, certificate, federatedTokenFile, azureCli } = options;
  if (deviceCode === true) return { kind: "device-code" };
  if (clientSecretEnv !== undefined) return { kind: "client-secret", env: nameOf(clientSecretEnv) };
  if (certificate !== undefined) return { kind: "certificate", file: resolve(certificate) };
  if (federatedTokenFile !== undefined) return { kind: "federated-token", file: resolve(federatedTokenFile) };
  return azureCli === true ? { kind: "azure-cli" } : undefined;
}

/** What is no name may be the secret itself, so it is neither repeated nor kept. */
function nameOf(word: string): string {
  if (isVariableName(word)) return word;
  throw new Refusal(
    exitCodes.usage,
    "--client-secret-env takes the name of an environment variable: letters, digits and _.",
    "For example --client-secret-env CLIENT_SECRET. If you typed the secret itself, renew it: other programs can read a command line.",
  );
}
