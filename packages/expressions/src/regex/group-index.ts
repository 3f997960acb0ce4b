/**
 * The place of a group in the text, by its name or number. .NET numbers the groups without a name first, then the named
 * ones.
 */
export function groupIndex(groups: readonly (string | undefined)[], name: string): number | undefined {
  const named = groups.indexOf(name);
  if (named !== -1) return named + 1;
  if (!/^\d{1,4}$/.test(name)) return undefined;
  const places = groups.map((group, index) => ({ group, index: index + 1 }));
  const numbered = [
    ...places.filter(({ group }) => group === undefined),
    ...places.filter(({ group }) => group !== undefined),
  ];
  return name === "0" ? 0 : numbered[Number(name) - 1]?.index;
}
