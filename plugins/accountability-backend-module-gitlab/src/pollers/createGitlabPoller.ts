import { Config } from '@backstage/config';
import {
  Clock,
  MadePoller,
  readPolling,
} from 'backstage-plugin-accountability-node';
import { deployments } from './deployments';
import { GitlabApi } from './GitlabApi';
import { jobs } from './jobs';
import { mergeRequests } from './mergeRequests';
import { pipelines } from './pipelines';
import { releases } from './releases';

const streams = [
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
  /** For tests. */
  clock?: Clock;
}): MadePoller {
  const { config, clock } = given;
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
  return {
    source: 'gitlab',
    subjectPrefix: 'gitlab:',
    settings: polling.settings,
    streams: streams
      .filter(({ id }) => polling.streams.includes(id))
      .map(({ create }) => create(api)),
  };
}
