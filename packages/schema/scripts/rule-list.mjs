/**
 * The README's list of lint rules, a line each.
 * @param {readonly { readonly id: string, readonly severity: string, readonly summary: string }[]} rules
 */
export function ruleList(rules) {
  const rows = rules.map(({ id, severity, summary }) => `| \`${id}\` | ${severity} | ${summary} |`);
  return ["| rule | severity | what it finds |", "|---|---|---|", ...rows].join("\n");
}

const begin = "<!-- rules: written by `pnpm --dir packages/schema run readme` -->";
const end = "<!-- /rules -->";

/**
 * A README with the list between its two marks.
 * @param {string} readme
 * @param {string} list
 */
export function withList(readme, list) {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The README has no marks for the list: ${begin} and ${end}.`);
  return `${readme.slice(0, from + begin.length)}\n\n${list}\n\n${readme.slice(to)}`;
}
