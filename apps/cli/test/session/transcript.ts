/** A piece of a README: text that stays as it is, or the lines of a ```console block. */
export type Piece = { readonly text: string } | { readonly entries: readonly Entry[] };

/** One command as it stands behind `$ `, with its `> ` lines, and what is printed below it. */
export interface Entry {
  /** As it is written, with the marks. */
  readonly prompt: string;
  readonly line: string;
  readonly printed: string;
}

const fence = /^```console\n(.*?)^```$/gms;

/** Takes the ```console blocks out of a Markdown text. */
export function piecesOf(markdown: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: block, 1: body = "", index } of markdown.matchAll(fence)) {
    pieces.push({ text: markdown.slice(from, index) }, { entries: entriesOf(body) });
    from = index + block.length;
  }
  return [...pieces, { text: markdown.slice(from) }];
}

/** The block that shows commands and what they print. */
export function blockOf(entries: readonly Entry[]): string {
  const lines = entries.map(({ prompt, printed }) => `${prompt}\n${printed}`);
  return `\`\`\`console\n${lines.join("")}\`\`\``;
}

function entriesOf(body: string): readonly Entry[] {
  const [before = "", ...commands] = body.split(/^\$ /m);
  if (before !== "") throw new Error(`A console block begins with a command, not with ${JSON.stringify(before)}.`);
  return commands.map((text) => {
    const [first = "", ...rest] = text.split("\n");
    // A line that ends with a backslash goes on behind the next `> `.
    const more = first.endsWith("\\") ? rest.findIndex((line) => !line.endsWith("\\")) + 1 : 0;
    const prompt = [`$ ${first}`, ...rest.slice(0, more)].join("\n");
    const line = [first, ...rest.slice(0, more).map((each) => each.replace(/^> /, ""))].join("\n");
    return { prompt, line: line.replaceAll("\\\n", ""), printed: rest.slice(more).join("\n") };
  });
}
