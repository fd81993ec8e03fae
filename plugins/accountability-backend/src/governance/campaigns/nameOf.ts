import { CheckRef } from 'backstage-plugin-accountability-common';

/** A check in words, as gates name it: `<scorecard>/<check>`. */
export function nameOf({ scorecard, check }: CheckRef): string {
  return `${scorecard}/${check}`;
}
