export { clientCertificate, type ClientCertificateOptions } from "./client-certificate.ts";
export { clientSecret, type ClientSecretOptions } from "./client-secret.ts";
export { type AssertionCallback, federatedIdentity, type FederatedIdentityOptions } from "./federated-identity.ts";
