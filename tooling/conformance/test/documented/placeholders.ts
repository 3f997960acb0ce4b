/** What the replay puts for the placeholders of the pages, in the request, in the answer and in the call alike. */
export const placeholders = {
  id: "60443998-8cf7-4e61-b05c-a53b658cb5e1",
  servicePrincipalId: "bc0dc311-87df-48ac-91b1-259bd2c3a31c",
  applicationsId: "f7808c5e-cb57-4e37-8094-406d302c0f8d",
  jobId: "BoxOutDelta.fc96887f36da47508c935c28a0c0b6da.1a03de52-b9c3-4e2c-a1e3-9145aaa8e530",
  templateId: "Slack",
  directoryId: "66e4a8cc-1b7b-435e-95f8-f06cea133828",
  ruleId: "33f7c90d-bf71-41b1-bda6-aaf0ddbee5d8#V2",
  userObjectId: "9bb0f679-a883-4a6f-8260-35b491b8b8c8",
  targetTenantId: "376a1f89-b02f-4a85-8252-2974d1984d14",
  token: "eyJ0eXAi.eyJhdWQi.c2lnbmVk",
} as const;

/** Fills `{jobId}` and `<token>`; every word in such brackets on the pages is a placeholder. */
export function filled(text: string): string {
  return text.replace(/\{(\w+)\}|<(\w+)>/g, (_, inBraces: string | undefined, inAngles: string | undefined) => {
    const name = inBraces ?? inAngles ?? "";
    const value = new Map(Object.entries<string>(placeholders)).get(name);
    if (value === undefined) throw new Error(`The placeholder ${name} has no value in placeholders.ts.`);
    return value;
  });
}
