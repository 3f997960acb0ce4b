import { createEmulator, type Emulator, type EmulatorOptions } from "@graph-sync/emulator";
import { onTestFinished } from "vitest";
import { now } from "./run-cli.ts";

/** The apps of the emulator's sample tenant: one whose provisioning runs, one whose provisioning is in quarantine. */
export const quillnote = {
  servicePrincipal: "84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56",
  application: "1c9a4e70-6b2d-4f85-a3e8-90d7c5f1b264",
  appId: "c4e8d3f2-17a9-4b60-8d5c-2f9b6e01a738",
  jobId: "scim.7d0c1be24f6a4c0e9a51d2b8e3f04a96.5b0f7c1e-93d2-4a68-8e1f-c07a4be2d913",
} as const;
export const harborline = { servicePrincipal: "2ad5c8e4-f790-4b13-86ac-e9314d70b5f2" } as const;

export const roots = [
  ["--service-principal", quillnote.servicePrincipal],
  ["--application", quillnote.application],
] as const;

/** An emulator of the sample tenant at the tests' time; it is closed when its test ends. */
export async function sampleTenant(options: EmulatorOptions = {}): Promise<Emulator> {
  const here = { clock: { now: () => now }, control: true, origin: "http://127.0.0.1:8787" };
  const emulator = await createEmulator({ ...here, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** Where a fetch that is not a socket answers. */
export const inProcess = ["--transport", "fetch", "--base-url", "http://127.0.0.1:8787/v1.0"] as const;
