import { ConfigReader } from '@backstage/config';
import {
  Clock,
  Poller,
  PolledPage,
  PollRequest,
  PollStep,
} from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createGithubSource } from '../../createGithubSource';
import { createGithubPoller } from '../createGithubPoller';
import {
  FakeReply,
  FakeRequest,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';

/** When tests poll: noon of 23 November 2026, UTC. */
export const noon = Date.parse('2026-11-23T12:00:00Z');

/** So many minutes after noon, as GitHub writes it. */
export const at = (minutes: number) =>
  new Date(noon + minutes * 60_000).toISOString().replace('.000', '');

/** What webhooks say of the repository of these tests. */
const repository = {
  full_name: 'Acme/Payments',
  default_branch: 'main',
};

/** A GitHub host that knows one repository, and the poller that asks it. */
export async function startGithub() {
  let reply = (_: FakeRequest): FakeReply => ({ body: [] });
  const host = await startFakeHost(request =>
    request.path === '/api/v3/repos/acme/payments'
      ? { body: { ...repository, owner: { login: 'somebody' } } }
      : reply(request),
  );
  const clock: Clock = {
    now: () => noon,
    sleep: async () => {},
    timeout: () => new AbortController().signal,
  };
  const make = (block: object | undefined, integration?: object) =>
    createGithubPoller({
      clock,
      config: new ConfigReader({
        integrations: {
          github: [
            {
              host: 'github.test',
              apiBaseUrl: `${host.url}/api/v3`,
              token: 't0ken',
              ...integration,
            },
          ],
        },
        accountability: { sources: { github: { poll: block } } },
      }),
    });
  const pollerOf = (block: object): Poller => {
    const made = make({ enabled: true, host: 'github.test', ...block });
    if (!made || 'because' in made) throw new Error('There is no poller');
    return made;
  };
  const poller = pollerOf({
    streams: [
      'deployments',
      'pull_requests',
      'releases',
      'workflow_runs',
      'workflow_jobs',
      'rule_suites',
      'dependabot_alerts',
      'code_scanning_alerts',
      'secret_scanning_alerts',
    ],
  });
  /** All steps of one pass. */
  async function poll(
    stream: string,
    given: Partial<PollRequest> = {},
  ): Promise<PollStep[]> {
    const found = poller.streams.find(({ id }) => id === stream);
    const steps: PollStep[] = [];
    const request = {
      subject: 'github:acme/payments',
      from: noon - 3_600_000,
      startedAt: noon,
      signal: new AbortController().signal,
      ...given,
    };
    for await (const step of found?.poll(request) ?? []) steps.push(step);
    return steps;
  }
  return {
    host,
    make,
    pollerOf,
    poll,
    answer(given: typeof reply) {
      reply = given;
    },
    /** Paths that were asked for but the repository itself, with their queries. */
    asked: () =>
      host.requests
        .filter(({ path }) => path !== '/api/v3/repos/acme/payments')
        .map(({ path, query }) => `${path}?${query}`),
  };
}

/** What a pass told. */
export const deliveriesIn = (steps: PollStep[]) =>
  steps
    .flatMap((step): PolledPage[] => (step.status === 'page' ? [step] : []))
    .flatMap(({ deliveries }) => deliveries);

/** What the source's collectors make of what a pass told. */
export const collectedIn = (steps: PollStep[]) =>
  deliveriesIn(steps).map(({ headers, payload }) =>
    createGithubSource(['s']).collect(incoming({ headers, body: payload })),
  );
