import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import { type AnyVerb, verb } from "../verb.ts";

const shells = ["bash", "zsh", "fish", "powershell"] as const;

export const completion: AnyVerb = verb<object>({
  words: "completion",
  args: "<shell>",
  summary: "print a script that completes graph-sync in bash, zsh, fish or powershell",
  details: "The script asks graph-sync for what may follow, so it knows new verbs without being made anew.",
  example: "graph-sync completion bash > ~/.local/share/bash-completion/completions/graph-sync",
  options: () => undefined,
  async run({ args: [word = ""], surroundings }) {
    const shell = shells.find((each) => each === word);
    if (shell === undefined) {
      throw new Refusal(exitCodes.usage, `There is no completion for ${plain(word)}.`, `Say ${shells.join(", ")}.`);
    }
    const [{ script }, { printedBy }] = await Promise.all([
      import("@bomb.sh/tab"),
      import("../completion/printed-by.ts"),
    ]);
    surroundings.stdout.write(printedBy(() => script(shell, "graph-sync", "graph-sync")));
  },
});
