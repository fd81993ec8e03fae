import { describeFiles, Detect } from 'backstage-plugin-accountability-node';
import { CommitPayload } from './commitPayload';

/** What all commits of a push tell of it together; each part only where every commit tells it. */
export function pushedChange(
  commits: readonly CommitPayload[],
  detect: Detect,
) {
  const times = commits.flatMap(({ timestamp }) => timestamp ?? []).sort();
  return {
    firstAuthoredAt: times.at(0),
    paths: pathsOf(commits),
    provenance: provenanceOf(commits, detect),
  };
}

function pathsOf(commits: readonly CommitPayload[]): string[] | undefined {
  const paths = new Set<string>();
  for (const { added, modified, removed } of commits) {
    if (!added || !modified || !removed) return undefined;
    [...added, ...modified, ...removed].forEach(path => paths.add(path));
  }
  const files = [...paths].map(path => ({ path }));
  return describeFiles(files, { complete: false }).paths;
}

function provenanceOf(commits: readonly CommitPayload[], detect: Detect) {
  const read = commits.flatMap(({ message, timestamp, author }) => {
    if (message === undefined || timestamp === undefined) return [];
    const { name = '', email = '' } = author ?? {};
    return [
      { at: Date.parse(timestamp), author: `${name} <${email}>`, message },
    ];
  });
  if (read.length < commits.length) return undefined;
  return detect({ at: Math.max(...read.map(({ at }) => at)), commits: read });
}
