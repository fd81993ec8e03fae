import {
  Collector,
  defineCollector,
  topicsOf,
  Detect,
  IsMachine,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { branchOf } from '../payloads/branchOf';
import { CommitPayload, commitPayload } from '../payloads/commitPayload';
import { committedBy } from '../payloads/committedBy';
import { optionalSha } from '../payloads/optionalSha';
import { optionalText } from '../payloads/optionalText';
import { projectPayload } from '../payloads/projectPayload';
import { pushedChange } from '../payloads/pushedChange';
import { slugOf } from '../payloads/slugOf';
import { requireTime } from '../payloads/times';
import { undoneBy } from '../payloads/undoneBy';

const BRANCH = 'refs/heads/';
/** What GitLab calls a branch that is not there, before or after. */
const NOTHING = /^0+$/;

const schema = z.object({
  ref: z.string(),
  after: z.string().trim().min(1),
  commits: z.array(commitPayload).nullish().catch(undefined),
  total_commits_count: z.int().min(0).optional().catch(undefined),
  project: projectPayload,
});

type Push = z.output<typeof schema>;

/** Commits were pushed to a branch. One that is the merge of a request has its commit, and is left out where changes are counted. Made with the markers in force. */
export function push(detect: Detect, isMachine: IsMachine): Collector {
  return defineCollector({
    event: 'push',
    schema,
    collect: payload => {
      const { ref, after, project } = payload;
      const branch = branchOf(
        ref.startsWith(BRANCH) ? ref.slice(BRANCH.length) : undefined,
        project.default_branch,
      );
      if (!branch.defaultBranch) {
        return { ignored: 'It is not known to be on the default branch' };
      }
      if (NOTHING.test(after)) return { ignored: 'The branch was taken away' };
      return payload.commits?.length
        ? { events: [{ ...changeOf(payload, detect, isMachine), ...branch }] }
        : {
            ignored: 'It brings no commits: the branch was made or moved',
          };
    },
  });
}

function changeOf(payload: Push, detect: Detect, isMachine: IsMachine) {
  const { after, project } = payload;
  const slug = slugOf(project);
  const commits = payload.commits ?? [];
  const head = commits.find(({ id }) => id === after.toLowerCase());
  const titles = commits.map(({ message }) =>
    optionalText(500).parse(message?.split('\n')[0]),
  );
  return {
    kind: 'change' as const,
    origin: 'push' as const,
    record: `gitlab:push:${slug}:${after.toLowerCase()}`,
    subject: `gitlab:${slug}`,
    state: 'merged' as const,
    at: requireTime(newestOf(commits)),
    sha: optionalSha.parse(after),
    title: optionalText(500).parse(head?.message?.split('\n')[0]),
    url: head?.url,
    headCommitAt: head?.timestamp,
    commits: payload.total_commits_count,
    topics: topicsOf(titles),
    reverts: undoneBy(head?.message, slug),
    ...committedBy(head, isMachine),
    ...(isWhole(payload) && pushedChange(commits, detect)),
  };
}

/** GitLab lists twenty commits at most. */
function isWhole(payload: Push): boolean {
  return payload.commits?.length === payload.total_commits_count;
}

/** GitLab does not say when it was pushed: when the newest of its commits was made is the nearest that it tells. */
function newestOf(commits: readonly CommitPayload[]): string | undefined {
  return commits
    .flatMap(({ timestamp }) => timestamp ?? [])
    .sort()
    .pop();
}
