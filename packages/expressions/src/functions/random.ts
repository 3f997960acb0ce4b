import { integerArgument, refuse, textArgument } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { appOnly, define, type FunctionDefinition, optional, required } from "./define.ts";

/** Values by chance, from the dice that `evaluate` is given. */
export const randomFunctions: readonly FunctionDefinition[] = [
  define({
    name: "Guid",
    parameters: [],
    returns: "String",
    evaluate: (frame) => {
      const dice = diceOf(frame);
      return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (letter) =>
        (letter === "x" ? Math.floor(dice() * 16) : 8 + Math.floor(dice() * 4)).toString(16),
      );
    },
  }),
  define({
    name: "RandomString",
    parameters: [
      required("Length", "Integer"),
      required("MinimumNumbers", "Integer"),
      required("MinimumSpecialCharacters", "Integer"),
      required("MinimumCapital", "Integer"),
      required("MinimumLowerCase", "Integer"),
      optional("CharactersToAvoid"),
    ],
    returns: "String",
    surfaces: appOnly,
    evaluate: randomString,
  }),
];

const maxLength = 256;

/** Digits, special characters, capitals, small letters: in the order of the parameters. */
const kinds: readonly string[] = [
  "0123456789",
  "!#$%&'()*+,-./:;<=>?@[]^_`{|}~",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "abcdefghijklmnopqrstuvwxyz",
];

function randomString(frame: Frame): string {
  const dice = diceOf(frame);
  const length = integerArgument(frame, 0);
  const least = kinds.map((_kind, index) => integerArgument(frame, index + 1));
  const sum = least.reduce((total, count) => total + count, 0);
  if (least.some((count) => count < 0)) refuse(frame, "argument-value", "a minimum is below 0.");
  if (length < 1 || length > maxLength || length < sum) {
    refuse(frame, "argument-value", `Length is ${length}; it must hold all minima, ${sum}, and be 1 to ${maxLength}.`);
  }
  const avoided = textArgument(frame, 5) ?? "";
  const pools = kinds.map((kind) => Array.from(kind).filter((character) => !avoided.includes(character)));
  // What is asked for fills the rest too, so that a minimum of 0 keeps a kind out; where nothing is, everything does.
  const rest = sum === 0 ? pools.flat() : pools.filter((_pool, index) => (least[index] ?? 0) > 0).flat();

  const pick = (pool: readonly string[]): string =>
    pool[Math.floor(dice() * pool.length)] ??
    refuse(frame, "argument-value", "CharactersToAvoid leaves nothing of a kind that is asked for.");
  const characters = least.flatMap((count, index) => Array.from({ length: count }, () => pick(pools[index] ?? [])));
  while (characters.length < length) characters.push(pick(rest));
  return shuffled(characters, dice).join("");
}

function shuffled(characters: readonly string[], dice: () => number): readonly string[] {
  const result: string[] = [];
  for (const character of characters) result.splice(Math.floor(dice() * (result.length + 1)), 0, character);
  return result;
}

function diceOf(frame: Frame): () => number {
  const { random } = frame.run.options;
  return random ?? refuse(frame, "needs", "there is no source of random numbers; give one in the options of evaluate.");
}
