import { signIn } from "./sign-in.mjs";

/** For runtimes with a command line; they all have Node's `process`. */
const names = await signIn(JSON.parse(globalThis.process.env.SIGN_IN_FACTS));
console.log(`got a token: ${names.join(", ")}`);
