import { describe, expect, test } from "vitest";
import { against, measure, spread } from "../measure.mjs";

const sample = (cpuMicros: number) => ({ cpuMicros, perSecond: 1000 });

describe("measure", () => {
  test("warms everyone up and then gives each its turn in every round, beginning with another one", async () => {
    const turns: string[] = [];
    const contestant = (name: string) => ({
      name,
      slice: async ({ requests }: { readonly requests: number }) => {
        turns.push(`${name}${requests}`);
        return Promise.resolve(sample(requests));
      },
    });

    await measure([contestant("a"), contestant("b"), contestant("c")], { inFlight: 1, requests: 7, warmUp: 9 }, 2);

    expect(turns).toEqual(["a9", "b9", "c9", "a7", "b7", "c7", "b7", "c7", "a7"]);
  });

  test("keeps one sample a round, and none of the warm-up", async () => {
    let turn = 0;
    const contestant = { name: "a", slice: () => Promise.resolve(sample(turn++)) };

    const samples = await measure([contestant], { inFlight: 1, requests: 1, warmUp: 1 }, 3);

    expect(samples.get("a")).toEqual([sample(1), sample(2), sample(3)]);
  });

  test("ends with the error of a contestant that fails", async () => {
    const wrong = { name: "a", slice: () => Promise.reject(new Error("2 jobs instead of 4")) };

    await expect(measure([wrong], { inFlight: 1, requests: 1, warmUp: 1 }, 1)).rejects.toThrow("2 jobs instead of 4");
  });
});

describe("spread", () => {
  test("is the median and the quartiles, whatever the order", () => {
    expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
  });

  test("lies between two numbers where no number is in the middle", () => {
    expect(spread([10, 20])).toEqual({ median: 15, low: 12.5, high: 17.5 });
  });

  test("of one number is that number", () => {
    expect(spread([7])).toEqual({ median: 7, low: 7, high: 7 });
  });
});

describe("against", () => {
  test("compares the two turns of each round, so that a slow round of both changes nothing", () => {
    const compared = against([sample(12), sample(120), sample(12)], [sample(10), sample(100), sample(10)]);

    expect(compared.ratio).toEqual({ median: 1.2, low: 1.2, high: 1.2 });
    expect(compared.addedMicros).toEqual({ median: 2, low: 2, high: 11 });
  });
});
