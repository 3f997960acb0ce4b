import { describe, expect, test } from "vitest";
import { recording } from "./recording.ts";
import { goodToken, scimTarget } from "./scim-target.ts";

const env = { GRAPH_SYNC_TOKEN: "any", NEW: goodToken };

/** What people type who do not know that a command line is no place for a secret, and what looks nearly right. */
const typed = [
  "SecretToken=typed-in-the-open",
  "SecretToken=-typed-in-the-open",
  "SecretToken=typed-in-the-open-",
  "SecretToken=xenv:typed-in-the-open",
  "SecretToken= env:typed-in-the-open",
  "SecretToken=ENV:typed-in-the-open",
  "SecretToken=env:",
  "SecretToken=file:",
  "SecretToken=",
  "SecretToken:typed-in-the-open",
  "=env:NEW",
  "1Key=env:NEW",
  "Secret Token=env:NEW",
  "typed-in-the-open Key=env:NEW",
];

describe.each([
  ["secret set", ["secret", "set", "Quillnote"]],
  ["secret unset", ["secret", "unset", "Quillnote", "SyncAll", "--yes"]],
  ["secret check", ["secret", "check", "Quillnote"]],
  ["settings set", ["settings", "set", "Quillnote", "--scope", "all"]],
])("%s", (_, words) => {
  test.each(typed)("refuses --secret '%s', repeats nothing of it and sends nothing", async (word) => {
    const tenant = await recording({ fetch: scimTarget });
    // Also behind one that is right.
    for (const before of [[], ["--secret", "Password=env:NEW"]]) {
      const { code, stdout, stderr } = await tenant.runWith({ env }, ...words, ...before, "--secret", word);
      expect({ code, stdout, sent: tenant.sent }).toEqual({ code: 2, stdout: "", sent: [] });
      expect(stderr).toContain("--secret takes where a value is, not the value");
      expect(stderr).toContain("Write KEY=env:NAME, KEY=file:F or KEY=- (stdin). If you typed a secret, renew it.");
      expect(stderr).not.toContain("typed-in-the-open");
    }
  });

  test("takes a value from a place", async () => {
    const tenant = await recording({ fetch: scimTarget });
    expect((await tenant.runWith({ env }, ...words, "--secret", "SecretToken=env:NEW")).code).toBe(0);
    expect(JSON.stringify(tenant.bodies)).toContain(goodToken);
  });

  test("refuses a key that is named twice", async () => {
    const tenant = await recording({ fetch: scimTarget });
    const twice = ["--secret", "SecretToken=env:NEW", "--secret", "SecretToken=-"];
    const { code, stderr } = await tenant.runWith({ env }, ...words, ...twice);
    expect({ code, sent: tenant.sent }).toEqual({ code: 2, sent: [] });
    expect(stderr).toContain("--secret names SecretToken twice.");
  });
});
