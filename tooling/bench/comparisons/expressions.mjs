import { evaluate, parse } from "@graph-sync/expressions";

/** What a mapping costs for one object, once it is parsed. */
export const name = "expressions";
export const title = "1,000 evaluations of one parsed expression (a request is 1,000 of them)";
export const baseline = "JSON.stringify";

const perRequest = 1000;
const attributes = {
  country: "GB",
  givenName: "Ada",
  mail: "ada.lovelace@contoso.com",
  preferredLanguage: "en-US",
  surname: "Lovelace",
  telephoneNumber: "+91 9998887777",
};

const cases = {
  Append: ['Append([givenName], ".contoso")', "Ada.contoso"],
  Join: ['Join(" ", [givenName], [surname])', "Ada Lovelace"],
  Switch: ['Switch([country], "none", "US", "1", "DE", "49", "FR", "33", "GB", "44")', "44"],
  "Replace, a text": ['Replace([preferredLanguage], "-", , , "_", , )', "en_US"],
  "Replace, a pattern": [
    'Replace([telephoneNumber], , "\\\\+(?<code>\\\\d* )(?<number>\\\\d{10})", , "${number}", , )',
    "9998887777",
  ],
  "Replace, a group": ['Replace([mail], , "(?<Suffix>@(.)*)", "Suffix", "", , )', "ada.lovelace"],
};

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  { name: baseline, setup: () => runner(() => JSON.stringify(attributes), JSON.stringify(attributes)) },
  ...Object.entries(cases).map(([name, [text = "", expected]]) => ({
    name,
    setup: () => {
      const tree = parse(text);
      return runner(() => evaluate(tree, { attributes }).value, expected);
    },
  })),
];

/**
 * @param {() => unknown} once
 * @param {unknown} expected
 */
function runner(once, expected) {
  return {
    run: async () => {
      for (let turn = 0; turn < perRequest; turn += 1) {
        const value = once();
        if (value !== expected)
          throw new Error(`It gives ${JSON.stringify(value)} instead of ${JSON.stringify(expected)}.`);
      }
    },
    close: () => undefined,
  };
}
