import { CodeownersState } from '../codeowners';
import { FactContext, Measurement } from './defineFact';

/** A group of more people is everybody, and everybody is nobody. */
export const largestOwner = 25;

/** Why nothing can be said where no repository was asked for its CODEOWNERS file. */
export function whyNoCodeowners({
  codeowners,
}: FactContext): Measurement | undefined {
  if (codeowners.length > 0) return undefined;
  return {
    status: 'unknown',
    reason: 'never-collected',
    because:
      'No CODEOWNERS file was looked for; let a source that can read the repository do so',
  };
}

/** Whether an owner of the file is somebody of the catalog. */
export function isResolved(
  { owners }: CodeownersState,
  owner: string,
): boolean {
  return (owners.get(owner)?.refs.length ?? 0) > 0;
}
