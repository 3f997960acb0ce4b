export { azureIdentity, type AzureCredential, type AzureIdentityOptions, type AzureToken } from "./azure-identity.ts";
