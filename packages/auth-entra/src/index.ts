export { type Entra, entra, type EntraOptions, type Grant } from "./entra.ts";
export type { GrantedToken } from "./granted-token.ts";
export type { OauthHttp } from "./oauth-over.ts";
