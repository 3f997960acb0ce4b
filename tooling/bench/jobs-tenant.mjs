import { jobsPage } from "./jobs-page.mjs";

/** Three jobs for the emulator, as `GET …/synchronization/jobs` answers them. */
export const jobsTenant = { value: jobsPage.value.slice(0, 3) };

/** Any token will do. */
export const withToken = { authorization: "Bearer 0.bench" };
