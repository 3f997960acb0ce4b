export { type AnswerFor, type AnswerSpec } from "./fault-server/answer-spec.ts";
export {
  type FaultScript,
  faultServer,
  type FaultServer,
  type FaultServerOptions,
} from "./fault-server/fault-server.ts";
export {
  answered,
  type AnswerPhase,
  bomb,
  cut,
  type Cut,
  delayed,
  dripped,
  endless,
  headerFlood,
  inTurn,
  stray,
} from "./fault-server/faults.ts";
export { type JournalEntry } from "./fault-server/journal.ts";
export { type ReceivedRequest, type RequestHead } from "./fault-server/received-request.ts";
export { type Left, type Wire } from "./fault-server/wire.ts";
export {
  cacheStoreContract,
  type CacheStoreFactory,
  type KeptAnswer,
  type StoreUnderTest,
} from "./cache-store-contract.ts";
export { type FakeClock, fakeHost, type FakeHost, type FakeHostOptions } from "./fake-host.ts";
export { graphRequest, type RequestOverrides } from "./graph-request.ts";
export { type Answer, type LoopbackServer, loopbackServer } from "./loopback-server.ts";
export { pluginContract, type PluginFactory } from "./plugin-contract.ts";
export { jsonResponse, type Script, type ScriptedTransport, scriptedTransport } from "./scripted-transport.ts";
export {
  type RegisterTest,
  transportContract,
  type TransportFactory,
  type TransportFlags,
} from "./transport-contract.ts";
export { toxicProxy, type ToxicProxy, type ToxicProxyOptions } from "./toxic-proxy/toxic-proxy.ts";
export {
  bandwidth,
  byteLimit,
  latency,
  type Link,
  oneWay,
  resetAfter,
  slicer,
  type Toxic,
} from "./toxic-proxy/toxics.ts";
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
