import { decoded } from './decoded';

/** A package as people call it, with its version: `@acme/pay 1.2.0`; `base` is its package url without version. */
export function packageName(base: string, version = ''): string {
  return `${decoded(base.slice(base.indexOf('/') + 1))} ${version}`.trim();
}
