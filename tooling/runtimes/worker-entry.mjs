import { signIn } from "./sign-in.mjs";

/** For workerd, which runs `test` and ends. */
export default {
  async test(_controller, { facts }) {
    console.log(`got a token: ${(await signIn(facts)).join(", ")}`);
  },
};
