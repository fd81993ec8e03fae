import { ChangeProvenance } from 'backstage-plugin-accountability-common';
import { Provenance } from './provenanceDetector';

const mostTools = 20;

/** What was detected, as record events say it. `commits` is how many were read; 0 where the request alone was. */
export function toChangeProvenance(
  detected: Provenance,
  commits: number,
): ChangeProvenance {
  const { tools, evidence, ...rest } = detected;
  return {
    ...rest,
    commits,
    tools: tools.slice(0, mostTools),
    evidence: evidence.filter(({ text }) => text.trim() !== ''),
  };
}
