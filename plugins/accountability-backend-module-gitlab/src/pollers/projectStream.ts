import {
  PollRequest,
  PollStep,
  PollStream,
} from 'backstage-plugin-accountability-node';
import { GitlabApi, Project } from './GitlabApi';

/** A project that is polled. */
export interface PolledProject {
  project: Project;
  api: GitlabApi;
  signal: AbortSignal;
  /** When the pass began, epoch milliseconds. */
  startedAt: number;
}

/** A stream over each project. */
export function projectStream(
  stream: Pick<PollStream, 'id' | 'detailsMerges'>,
  walk: (
    polled: PolledProject,
    request: PollRequest,
  ) => AsyncIterable<PollStep>,
): (api: GitlabApi) => PollStream {
  return api => ({
    ...stream,
    scope: 'subject',
    async *poll(request) {
      const { subject, signal, startedAt } = request;
      const path = subject.slice(subject.indexOf(':') + 1);
      const project = await api.readProject(path, { now: startedAt, signal });
      if ('fault' in project) yield project;
      else yield* walk({ project, api, signal, startedAt }, request);
    },
  });
}
