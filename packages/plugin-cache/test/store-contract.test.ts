import { type CacheStore, keyvStore, memoryStore } from "@graph-sync/plugin-cache";
import { cacheStoreContract, type StoreUnderTest } from "@graph-sync/testing";
import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";
import { afterAll, describe, expectTypeOf, test } from "vitest";
import { redis } from "./redis.ts";

// The suite names the interface anew, because it must not depend on this package.
expectTypeOf<StoreUnderTest>().toEqualTypeOf<CacheStore>();

describe("memoryStore", () => {
  cacheStoreContract(test, () => memoryStore());
});

describe("keyvStore in memory", () => {
  cacheStoreContract(test, () => keyvStore(new Keyv(), { shared: false }));
});

describe.skipIf(redis.reason !== undefined)("keyvStore on Redis", () => {
  const opened: Keyv[] = [];
  cacheStoreContract(test, () => {
    const keyv = new Keyv({ store: new KeyvRedis(redis.url), namespace: "contract" });
    opened.push(keyv);
    return keyvStore(keyv);
  });
  afterAll(async () => {
    for (const keyv of opened) await keyv.disconnect();
  });
});
