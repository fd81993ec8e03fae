/** Forms that say how a service stands at a time, not what CI found at a commit. */
const ofService: readonly string[] = ['slo', 'instrumentation'];

/** Whether a form is about a service as it runs. */
export function isOfService(format: string): boolean {
  return ofService.includes(format);
}
