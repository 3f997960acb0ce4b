import Table from "cli-table3";

const noChars = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** Aligned columns without borders or colours, indented by `indent` blanks; one line of text for each row. */
export function table(rows: readonly (readonly string[])[], indent: number): string {
  const grid = new Table({
    chars: noChars,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  grid.push(...rows.map((row) => [...row]));
  const lines = grid.toString().split("\n");
  return lines.map((line) => `${" ".repeat(indent)}${line}`.trimEnd()).join("\n");
}
