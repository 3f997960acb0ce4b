/** A type as a source declares it, in the words of the models, so that two sources compare member by member. */
export interface DeclaredType {
  /** The type it extends. */
  readonly base: string | undefined;
  /** Of an object, the declaration of each member by its name; of an enum, `""` by the name of each member. */
  readonly members: ReadonlyMap<string, string>;
}

export type DeclaredTypes = ReadonlyMap<string, DeclaredType>;

/** What differs, in the words of `differences.ts`: `User.mail: only there`. */
export function compare(here: DeclaredTypes, there: DeclaredTypes): readonly string[] {
  return compareKeys("", here, there, (name, ours, theirs) => [
    ...(ours.base === theirs.base ? [] : [`${name}: another type`]),
    ...compareKeys(`${name}.`, ours.members, theirs.members, (member, our, their) =>
      our === their ? [] : [`${name}.${member}: another type`],
    ),
  ]);
}

function compareKeys<Value>(
  prefix: string,
  here: ReadonlyMap<string, Value>,
  there: ReadonlyMap<string, Value>,
  both: (key: string, here: Value, there: Value) => readonly string[],
): readonly string[] {
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((key) => {
    const ours = here.get(key);
    const theirs = there.get(key);
    if (theirs === undefined) return [`${prefix}${key}: only here`];
    if (ours === undefined) return [`${prefix}${key}: only there`];
    return both(key, ours, theirs);
  });
}
