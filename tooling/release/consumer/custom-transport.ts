import { createCaller, listSecrets, type Transport } from "@graph-sync/core";

/** Answers every request with the same JSON. */
export function answering(json: unknown): Transport {
  const body = JSON.stringify(json);
  return {
    name: "answering",
    send: (request) => {
      request.signal.throwIfAborted();
      return Promise.resolve({ status: 200, headers: { "content-type": "application/json" }, body });
    },
  };
}

const caller = createCaller({ transport: answering({ value: [{ key: "BaseAddress", value: "*" }] }), plugins: [] });
export const secrets: string[] = [];
for await (const { key } of caller.pages(listSecrets, { servicePrincipalId: "sp" })) secrets.push(String(key));
