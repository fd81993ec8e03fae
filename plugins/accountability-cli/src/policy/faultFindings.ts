import { PolicyFault } from 'backstage-plugin-accountability-common';
import { Finding } from '../findings/Finding';

/** Faults as findings at their places. */
export function faultFindings(faults: readonly PolicyFault[]): Finding[] {
  return faults.map(({ message, ...place }) => ({
    rule: 'policy-fault',
    title: 'Policy compiles',
    level: 'error',
    message,
    place,
  }));
}
