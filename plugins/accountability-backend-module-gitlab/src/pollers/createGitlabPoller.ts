import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  Clock,
  MadePoller,
  PollStream,
  readPolling,
  createDetect,
  Detect,
} from 'backstage-plugin-accountability-node';
import { deployments } from './deployments';
import { GitlabApi } from './GitlabApi';
import { jobs } from './jobs';
import { mergeRequests } from './mergeRequests';
import { pipelines } from './pipelines';
import { releases } from './releases';

interface StreamKind {
  id: string;
  create(
    api: GitlabApi,
    given: { detect: Detect; logger: LoggerService },
  ): PollStream;
  /** Whether it is polled where nobody says. */
  usual: boolean;
}

const streams: StreamKind[] = [
  { id: 'deployments', create: deployments, usual: true },
  { id: 'merge_requests', create: mergeRequests, usual: true },
  { id: 'pipelines', create: pipelines, usual: true },
  { id: 'releases', create: releases, usual: true },
  // As many deliveries as jobs.
  { id: 'jobs', create: jobs, usual: false },
];

/** The poller of one GitLab host: undefined where nobody asked for one. */
export function createGitlabPoller(given: {
  config: Config;
  logger: LoggerService;
  /** For tests. */
  clock?: Clock;
}): MadePoller {
  const { config, logger, clock } = given;
  const polling = readPolling(config, 'gitlab', {
    all: streams.map(({ id }) => id),
    usual: streams.filter(({ usual }) => usual).map(({ id }) => id),
  });
  if (!polling) return undefined;
  const host = polling.config.getOptionalString('host') ?? 'gitlab.com';
  const { leave } = polling;
  const api = GitlabApi.fromConfig({ config, host, leave, clock });
  if (!api) {
    return {
      because: `GitLab is not polled: integrations.gitlab has no token for ${host}`,
    };
  }
  const detect = createDetect(config);
  return {
    source: 'gitlab',
    subjectPrefix: 'gitlab:',
    settings: polling.settings,
    streams: streams
      .filter(({ id }) => polling.streams.includes(id))
      .map(({ create }) => create(api, { detect, logger })),
  };
}
