import { Config } from '@backstage/config';
import {
  Clock,
  MadePoller,
  readPolling,
  createDetect,
} from 'backstage-plugin-accountability-node';
import { alertStreams } from './alertStreams';
import { deployments } from './deployments';
import { GithubApi } from './GithubApi';
import { pullRequests } from './pullRequests';
import { releases } from './releases';
import { RepositoryReader } from './RepositoryReader';
import { ruleSuites } from './ruleSuites';
import { workflowJobs } from './workflowJobs';
import { workflowRuns } from './workflowRuns';

const streams = [
  { id: 'deployments', create: deployments, usual: true },
  { id: 'pull_requests', create: pullRequests, usual: true },
  { id: 'releases', create: releases, usual: true },
  { id: 'workflow_runs', create: workflowRuns, usual: true },
  // A request for each run.
  { id: 'workflow_jobs', create: workflowJobs, usual: false },
  { id: 'rule_suites', create: ruleSuites, usual: true },
  ...alertStreams.map(stream => ({ ...stream, usual: true })),
];

/** The poller of one GitHub host: undefined where nobody asked for one. */
export function createGithubPoller(given: {
  config: Config;
  /** For tests. */
  clock?: Clock;
}): MadePoller {
  const { config, clock } = given;
  const polling = readPolling(config, 'github', {
    all: streams.map(({ id }) => id),
    usual: streams.filter(({ usual }) => usual).map(({ id }) => id),
  });
  if (!polling) return undefined;
  const host = polling.config.getOptionalString('host') ?? 'github.com';
  const { leave } = polling;
  const api = GithubApi.fromConfig({ config, host, leave, clock });
  if (!api) {
    return {
      because: `GitHub is not polled: integrations.github has neither a token nor an app for ${host}`,
    };
  }
  const context = {
    api,
    repositories: new RepositoryReader(api),
    detect: createDetect(config),
  };
  return {
    source: 'github',
    subjectPrefix: 'github:',
    settings: polling.settings,
    streams: streams
      .filter(({ id }) => polling.streams.includes(id))
      .map(({ create }) => create(context)),
  };
}
