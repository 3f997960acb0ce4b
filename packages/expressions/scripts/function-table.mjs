/**
 * The README's table of functions: what each of them is given, how far it is documented, and how many examples hold.
 * @param {object} input
 * @param {readonly import("../src/index.ts").FunctionInfo[]} input.functions
 * @param {Readonly<Record<string, string>>} input.summaries
 * @param {readonly { readonly function: string, readonly kind: string }[]} input.documented
 * @param {readonly { readonly function: string }[]} input.own
 * @param {(example: any) => boolean} input.holds whether an example gives the result that it names
 * @returns {string} Markdown
 */
export function functionTable({ functions, summaries, documented, own, holds }) {
  const rows = functions.map((info) => {
    const exact = documented.filter((one) => one.function === info.name && /^(?:exact|corrected)$/.test(one.kind));
    const ours = own.filter((one) => one.function === info.name);
    return [
      `[\`${info.name}\`](${info.docs})`,
      info.parameters.map(written).join(", "),
      info.status,
      info.surfaces.join(", "),
      share(exact, holds),
      share(ours, holds),
      summaries[info.name] ?? "",
    ];
  });
  const head = ["function", "arguments", "status", "where", "documented examples", "our examples", "what it does"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** @param {import("../src/index.ts").FunctionParameter} parameter */
function written({ name, required, repeating }) {
  return `${name}${repeating ? " …" : ""}${required ? "" : " (optional)"}`;
}

/**
 * @param {readonly unknown[]} examples
 * @param {(example: unknown) => boolean} holds
 */
function share(examples, holds) {
  return examples.length === 0 ? "none" : `${examples.filter(holds).length} of ${examples.length}`;
}

const begin = "<!-- functions: written by `pnpm --dir packages/expressions run readme` -->";
const end = "<!-- /functions -->";

/**
 * A README with the table between its two marks.
 * @param {string} readme
 * @param {string} table
 */
export function withTable(readme, table) {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The README has no marks for the table: ${begin} and ${end}.`);
  return `${readme.slice(0, from + begin.length)}\n\n${table}\n\n${readme.slice(to)}`;
}
