export {
  cacheStoreContract,
  type CacheStoreFactory,
  type KeptAnswer,
  type StoreUnderTest,
} from "./cache-store-contract.ts";
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
