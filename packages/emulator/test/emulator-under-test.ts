import { fakeHost } from "@graph-sync/testing";
import { expect, onTestFinished } from "vitest";
import { createEmulator, type Emulator, type EmulatorOptions } from "../src/index.ts";
import { newDatabase } from "./database-under-test.ts";

/** An emulator that is closed when its test ends; unless told, on the database that this run of the suite is about. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const database = options.database ?? (await newDatabase());
  const emulator = await createEmulator({ key: testKey, ...options, ...(database !== undefined && { database }) });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** For databases that have no key of their own. */
const testKey = Buffer.alloc(32, "k").toString("base64");

/** The apps of the sample tenant. */
export const quillnote = {
  servicePrincipalId: "84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56",
  applicationId: "1c9a4e70-6b2d-4f85-a3e8-90d7c5f1b264",
  appId: "c4e8d3f2-17a9-4b60-8d5c-2f9b6e01a738",
  jobId: "scim.7d0c1be24f6a4c0e9a51d2b8e3f04a96.5b0f7c1e-93d2-4a68-8e1f-c07a4be2d913",
} as const;
export const harborline = {
  servicePrincipalId: "2ad5c8e4-f790-4b13-86ac-e9314d70b5f2",
  applicationId: "b7350fe8-d14c-4962-8e0b-5c62a9f7d081",
  jobId: "scim.7d0c1be24f6a4c0e9a51d2b8e3f04a96.e21d84a6-0c57-4f3b-b7d9-68f10a5c3e42",
} as const;

/** The two addresses of the sample app whose provisioning runs. */
export const roots = [`servicePrincipals/${quillnote.servicePrincipalId}`, `applications/${quillnote.applicationId}`];

/** A clock that stands still. */
export const stillClock = fakeHost({ now: Date.UTC(2026, 4, 6, 7, 8, 9) }).clock;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON object that was answered; empty where there is no body. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** GET below `https://graph.microsoft.com` with a token. */
export async function get(emulator: Emulator, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("authorization", "Bearer any");
  const response = await emulator.fetch(`https://graph.microsoft.com/${path}`, { ...init, headers });
  const text = await response.text();
  const json: unknown = text === "" ? {} : JSON.parse(text);
  const body = typeof json === "object" && json !== null ? { ...json } : {};
  return { status: response.status, headers: response.headers, body };
}

/** A request with a JSON body below the sample app whose provisioning runs, in v1.0: `…/synchronization/` and a path. */
export async function send(emulator: Emulator, method: string, path: string, body?: object): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const content = body === undefined ? {} : { headers, body: JSON.stringify(body) };
  return get(emulator, `v1.0/${roots[0]}/synchronization/${path}`, { method, ...content });
}

/** An error in Graph's words, as part of what a test expects. */
export function refusal(status: number, code: string, message: string): object {
  return { status, body: { error: { code, message: containing(message) } } };
}

/** A text with this one in it, as part of what a test expects. */
export function containing(text: string): unknown {
  return expect.stringContaining(text);
}
