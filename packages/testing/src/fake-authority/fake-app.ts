import type { KeyObject } from "node:crypto";

/** An app registration of a fake authority. */
export interface FakeApp {
  /** The app's client id, a GUID in Entra. */
  readonly clientId: string;
  /** Client secrets that are good. */
  readonly secrets?: readonly string[];
  /** Certificates, in PEM, whose keys may sign its assertions. */
  readonly certificates?: readonly string[];
  /** Federated credentials: whose tokens are taken instead of a secret. */
  readonly federated?: readonly FederatedCredential[];
  /** "Allow public client flows": whether people may sign in with a device code. */
  readonly publicClient?: boolean;
}

/** Whose tokens an app may show instead of a secret, as the portal has it: issuer, subject and audience match exactly. */
export interface FederatedCredential {
  /** The `iss` of the tokens, an address. */
  readonly issuer: string;
  /** The `sub` of the tokens: which workload. */
  readonly subject: string;
  /** `api://AzureADTokenExchange` unless told. */
  readonly audience?: string;
  /** What the issuer signs with, as its metadata would publish it. */
  readonly publicKey: KeyObject;
}
