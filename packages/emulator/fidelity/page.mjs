/** @import { sections } from "./behaviours.mjs" */

const introduction = `# Fidelity

What the emulator does, and how anyone knows that the service does so. Written by \`pnpm --dir packages/emulator run fidelity\`
from \`fidelity/behaviours.mjs\`; nothing here was tried against the live service.

- **documented**: a page of Microsoft's says it.
- **captured**: users or public clients saw the service do it.
- **inferred**: no one says it; it is the simplest thing that fits what is known.
- **scripted**: nothing does it; a script says what is answered, and the answer carries \`x-graph-sync: scripted\`.
- **missing**: the service does it, and the emulator does not.
`;

/**
 * The page, in Markdown.
 * @param {typeof sections} all
 */
export function fidelityPage(all) {
  const parts = all.map(({ title, behaviours }) => {
    const lines = behaviours.map(({ of, does, evidence, source }) => {
      const link = source === undefined ? "" : ` ([source](${source}))`;
      const operations = of.length === 0 ? "" : ` — ${of.map((id) => `\`${id}\``).join(", ")}`;
      return `- **${evidence}**: ${does}${link}${operations}`;
    });
    return `## ${title}\n\n${lines.join("\n")}\n`;
  });
  return [introduction, ...parts].join("\n");
}
