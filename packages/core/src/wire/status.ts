/** Whether a status says that it was done, which every 2xx does. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
