import { readInstant } from 'backstage-plugin-accountability-node';
import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';
import { Claim, Writer } from './countLines';
import { measureLines } from './measureLines';
import { readRecords } from './readRecords';
import { TraceRecord, traceRecord } from './traceRecord';

const writers: Record<string, Writer> = {
  ai: 'machine',
  human: 'human',
  mixed: 'mixed',
  unknown: 'unknown',
};

/** Agent Trace 0.1.0: which lines of a commit machines wrote; one record, a list, or one a line. */
export const agentTrace: UploadFormat = {
  id: 'agent-trace',
  read: ({ text, binding }): Reading => {
    const read = readRecords(text, traceRecord);
    if (!read.ok) return refuse(read);
    const records = read.value;
    if (records.length === 0) return { ignored: 'The list holds no record' };
    const strange = records.findIndex(each => !isOfCommit(each, binding.sha));
    if (strange >= 0) {
      return {
        refused: `Record ${strange + 1} is of another revision than ${
          binding.sha
        }; upload the records of one commit, with its sha`,
      };
    }
    const names = records.flatMap(({ tool }) => tool?.name?.trim() || []);
    return {
      reports: [
        {
          tool: 'Agent Trace',
          madeAt: records
            .flatMap(({ timestamp }) => readInstant(timestamp) ?? [])
            .sort()
            .pop(),
          measures: {
            ...measureLines(claimsOf(records), new Set(names)),
            records: records.length,
          },
          closes: true,
        },
      ],
    };
  },
};

/** Change ids of jj and numbers of svn are no commit's; what they are of cannot be checked. */
function isOfCommit({ vcs }: TraceRecord, sha = ''): boolean {
  if (!vcs || !['git', 'hg'].includes(vcs.type)) return true;
  const revision = vcs.revision.toLowerCase();
  return (
    revision !== '' && (revision.startsWith(sha) || sha.startsWith(revision))
  );
}

/** A range's own contributor stands before its conversation's; nobody named is unknown, never a person. */
function claimsOf(records: readonly TraceRecord[]): Map<string, Claim[]> {
  const files = new Map<string, Claim[]>();
  for (const { path, conversations } of records.flatMap(each => each.files)) {
    const claims = conversations.flatMap(({ contributor, ranges }) =>
      ranges.map(range => ({
        from: range.start_line,
        to: range.end_line,
        by: writers[range.contributor?.type ?? contributor?.type ?? 'unknown'],
      })),
    );
    const known = files.get(path);
    if (known) claims.forEach(claim => known.push(claim));
    else files.set(path, claims);
  }
  return files;
}
