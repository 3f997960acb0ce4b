/** What `login` says to whoever has no app registration yet. */
export const registrationSteps = `To sign in, graph-sync needs an app registration in your tenant. It takes five steps, once:

  1. Open https://entra.microsoft.com, then Entra ID > App registrations > New registration. Any name will do, such as
     graph-sync; accounts in this organizational directory only; no redirect URI.
  2. Copy the two ids of its overview: Application (client) ID and Directory (tenant) ID.
  3. For a person (--device-code): Authentication > Allow public client flows > Yes.
     For an app: Certificates & secrets, and best a federated credential or a certificate rather than a secret.
  4. API permissions > Add > Microsoft Graph, delegated for a person or application for an app:
     Synchronization.Read.All and Application.Read.All to look; Synchronization.ReadWrite.All to change something;
     ProvisioningLog.Read.All for the logs.
  5. Grant admin consent, on the same page. A person also needs a directory role, such as Application Administrator.

Then:

  graph-sync login --tenant <directory id> --client-id <application id> --device-code

Nothing was sent.
`;
