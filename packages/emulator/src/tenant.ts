/** The id of the one tenant that an emulator is: of the made-up company Alder & Finch. */
export const tenantId = "7d0c1be2-4f6a-4c0e-9a51-d2b8e3f04a96";

/** A tenant's id as ids of jobs hold it. */
export const tenantInJobIds: string = tenantId.replaceAll("-", "");

/** The first verified domain of the tenant. */
export const defaultDomain = "alderfinch.example";
