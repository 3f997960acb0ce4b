import { isJsonObject } from "@graph-sync/core";

/** How tokens are got. It names where a secret is, and never holds one. */
export type Identity =
  | { readonly kind: "device-code" }
  | { readonly kind: "client-secret"; readonly env: string }
  | { readonly kind: "certificate"; readonly file: string }
  | { readonly kind: "federated-token"; readonly file: string }
  | { readonly kind: "azure-cli" };

/** What each kind has besides. */
const members: Readonly<Record<Identity["kind"], string | undefined>> = {
  "device-code": undefined,
  "client-secret": "env",
  certificate: "file",
  "federated-token": "file",
  "azure-cli": undefined,
};

export function isIdentity(value: unknown): value is Identity {
  if (!isJsonObject(value) || typeof value["kind"] !== "string" || !Object.hasOwn(members, value["kind"])) return false;
  const member = Object.entries(members).find(([kind]) => kind === value["kind"])?.[1];
  return member === undefined || typeof value[member] === "string";
}

/** An identity in words, for people. */
export function inWords(identity: Identity): string {
  switch (identity.kind) {
    case "device-code":
      return "a person, by device code";
    case "client-secret":
      return `an app, by the client secret in ${identity.env}`;
    case "certificate":
      return `an app, by the certificate in ${identity.file}`;
    case "federated-token":
      return `an app, by the token in ${identity.file}`;
    case "azure-cli":
      return "whoever is signed in to the Azure CLI";
  }
}
