import { RepositoryPayload } from './repositoryPayload';
import { slugOf } from './slugOf';

/** What every event about a pull request says. Its repository is the one it goes to. */
export function changeBase(repository: RepositoryPayload, number: number) {
  const slug = slugOf(repository);
  return {
    kind: 'change' as const,
    record: changeRecord(slug, number),
    subject: `github:${slug}`,
  };
}

/** Id of a pull request's record. */
export function changeRecord(slug: string, number: number | string): string {
  return `github:change:${slug}:${number}`;
}
