export { deviceCode, type DeviceCodeOptions, type DeviceCodeSource } from "./device-code.ts";
export type { DevicePrompt } from "./sign-in.ts";
export { memoryTokenStore, type TokenStore } from "./token-store.ts";
