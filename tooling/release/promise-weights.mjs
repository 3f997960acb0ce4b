import { transform } from "esbuild";
import ts from "typescript";
import { bundled, gzipped } from "./bundle.mjs";

/**
 * What each promise costs the smallest program: the bytes, minified and gzipped, by which it gets smaller when the functions
 * that keep the promise do nothing any more. They are taken away one after the other, who is called before who calls:
 * `pnpm measure:promises`, after a build. The table in packages/core/README.md is what it printed.
 */
const promises = {
  "A network's failure has one name on every platform": ["networkFailure", "codesOf"],
  "Ids and roots in the path are checked and encoded": ["resolvePath", "rootOf", "checkId"],
  "OData options are checked and printed": ["queryString"],
  "What the service says of a failure is read in every documented shape": ["decodeErrorBody"],
  "The service's error carries its status, ids, dates and waits": ["GraphServiceError", "retryAfterMs"],
  "Collections are followed page by page, without loops and with a limit": ["walk", "broken", "pagesOf"],
  "The call's headers are checked, and no value is ever shown": ["requestHeaders", "checkHeaders"],
  "A call ends at its deadline or its signal, and says what was sent": ["underDeadline"],
  "The body is read under a limit and as strict UTF-8": ["responseBody"],
  "Connecting, waiting and idling have limits of their own": ["phaseTimer"],
  "The token goes to Graph's own addresses only": ["checkTrustedUrl"],
  "A success that is not Graph's JSON is an error that says what came": ["readResponse"],
  "A plugin that is none, is there twice or has no slot is refused": ["definePlugin", "resolvePlugins"],
  "One client acts as one identity": ["pluginHost"],
  "What a transport answers or throws is checked and named": ["gate", "isResponse"],
  "An answer that belongs to another request is refused": ["echoCheck"],
  "A content coding that cannot be undone is refused": ["contentCodings", "isCoding"],
  "A body that cannot be JSON is refused": ["bodyOf"],
  "A token that cannot be one is refused, and not shown": ["tokenFault"],
  "Times, sizes and counts are checked": ["checkLimit", "checkLimits"],
  "A write of unknown fate is told apart": ["AmbiguousWriteError"],
  "Plugins can sleep, and wake when the call is aborted": ["sleepOn"],
  "Origin and authority belong together": ["checkCloud"],
};

const program = await bundled("smallest.mjs", { minify: false });
const whole = await weigh(program);
const rows = [];
let left = whole;
const gone = [];
for (const [promise, names] of Object.entries(promises)) {
  gone.push(...names);
  const before = left;
  left = await weigh(without(gone));
  rows.push([promise, before - left]);
}
rows.sort(([, one], [, other]) => other - one).push(["Sending itself, and the row", left], ["**together**", whole]);
console.log("| promise | bytes |\n|---|---:|");
for (const [promise, bytes] of rows) console.log(`| ${promise} | ${bytes.toLocaleString("en")} |`);
console.log(`\nThe sentences of its errors are ${whole - (await weigh(withoutSentences()))} of these bytes.`);

/** Minified, without what nothing refers to, and gzipped. */
async function weigh(text) {
  const { code } = await transform(text, { minify: true, treeShaking: true, format: "esm", target: "es2023" });
  return gzipped(code);
}

/** The program with functions and classes that are there and do nothing. */
function without(names) {
  const left = new Set(names);
  const emptied = cutOut((node) => {
    if (ts.isFunctionDeclaration(node) && left.delete(node.name?.text))
      return [node.body.getStart() + 1, node.body.end - 1];
    // esbuild writes a class as a variable.
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return undefined;
    if (!ts.isClassExpression(node.initializer) || !left.delete(node.name.text)) return undefined;
    return [node.initializer.members.pos, node.initializer.end - 1];
  });
  if (left.size > 0)
    throw new Error(`The smallest program has no ${[...left].join(", ")}: mend the table of promises.`);
  return emptied;
}

/** The program with no text that has a blank after a letter. */
function withoutSentences() {
  return cutOut((node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateLiteralToken(node)) return undefined;
    if (!/[a-z] /.test(node.text)) return undefined;
    // A template's part ends before its next value, `${`, and that stays.
    const opensValue = ts.isTemplateHead(node) || ts.isTemplateMiddle(node);
    return [node.getStart() + 1, node.end - (opensValue ? 2 : 1)];
  });
}

/** The program without the ranges that `rangeOf` names; what is inside of one is not looked at. */
function cutOut(rangeOf) {
  let text = "";
  let kept = 0;
  const visit = (node) => {
    const range = rangeOf(node);
    if (range === undefined) return ts.forEachChild(node, visit);
    text += program.slice(kept, range[0]);
    kept = range[1];
  };
  visit(ts.createSourceFile("program.js", program, ts.ScriptTarget.ESNext, true));
  return text + program.slice(kept);
}
