export { type FakeClock, fakeHost, type FakeHost, type FakeHostOptions } from "./fake-host.ts";
export { graphRequest, type RequestOverrides } from "./graph-request.ts";
export { type Answer, type LoopbackServer, loopbackServer, type ReceivedRequest } from "./loopback-server.ts";
export { pluginContract, type PluginFactory } from "./plugin-contract.ts";
export { jsonResponse, type Script, type ScriptedTransport, scriptedTransport } from "./scripted-transport.ts";
export {
  type RegisterTest,
  transportContract,
  type TransportFactory,
  type TransportFlags,
} from "./transport-contract.ts";
export {
  type AuthorityAnswer,
  authorityError,
  authorityRedirect,
  claimsChallenge,
} from "./fake-authority/authority-answer.ts";
export type { AuthorityServer } from "./fake-authority/authority-server.ts";
export type { DeviceSignIn } from "./fake-authority/device-codes.ts";
export type { FakeApp, FederatedCredential } from "./fake-authority/fake-app.ts";
export {
  type AuthorityRequest,
  fakeAuthority,
  type FakeAuthority,
  type FakeAuthorityOptions,
} from "./fake-authority/fake-authority.ts";
export { federatedIssuer, type FederatedIssuer } from "./fake-authority/federated-issuer.ts";
export type { IssuedToken } from "./fake-authority/token-endpoint.ts";
