import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  Clock,
  Poller,
  PolledPage,
  PollRequest,
  PollStep,
} from 'backstage-plugin-accountability-node';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createGitlabSource } from '../../createGitlabSource';
import { createGitlabPoller } from '../createGitlabPoller';
import {
  FakeReply,
  FakeRequest,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';

/** When tests poll: noon of 23 November 2026, UTC. */
export const noon = Date.parse('2026-11-23T12:00:00Z');

/** So many minutes after noon, as GitLab's API writes it: with more than seconds. */
export const at = (minutes: number) =>
  new Date(noon + minutes * 60_000 + 123).toISOString();

/** What webhooks say of the project of these tests. */
export const project = {
  id: 30,
  path_with_namespace: 'Acme/Shop/Payments',
  default_branch: 'main',
  web_url: 'https://gitlab.test/Acme/Shop/Payments',
};

const PROJECT = '/api/v4/projects/acme%2Fshop%2Fpayments';

/** A GitLab host that knows one project, and the poller that asks it. */
export async function startGitlab() {
  let reply = (_: FakeRequest): FakeReply => ({ body: [] });
  const host = await startFakeHost(request =>
    request.path === PROJECT
      ? { body: { ...project, owner: { username: 'somebody' } } }
      : reply(request),
  );
  const clock: Clock = {
    now: () => noon,
    sleep: async () => {},
    timeout: () => new AbortController().signal,
  };
  const logger = mockServices.logger.mock();
  const make = (block: object | undefined, token?: string) =>
    createGitlabPoller({
      clock,
      logger,
      config: new ConfigReader({
        integrations: {
          gitlab: [
            { host: 'gitlab.test', apiBaseUrl: `${host.url}/api/v4`, token },
          ],
        },
        accountability: { sources: { gitlab: { poll: block } } },
      }),
    });
  const pollerOf = (block: object): Poller => {
    const made = make({ host: 'gitlab.test', ...block }, 't0ken');
    if (!made || 'because' in made) throw new Error('There is no poller');
    return made;
  };
  const poller = pollerOf({
    streams: ['deployments', 'merge_requests', 'pipelines', 'releases', 'jobs'],
  });
  /** All steps of one pass. */
  async function poll(
    stream: string,
    given: Partial<PollRequest> = {},
  ): Promise<PollStep[]> {
    const found = poller.streams.find(({ id }) => id === stream);
    const steps: PollStep[] = [];
    const request = {
      subject: 'gitlab:acme/shop/payments',
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
    logger,
    make,
    pollerOf,
    poll,
    answer(given: typeof reply) {
      reply = given;
    },
    /** Paths that were asked for but the project itself, with their queries. */
    asked: () =>
      host.requests
        .filter(({ path }) => path !== PROJECT)
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
    createGitlabSource(['s']).collect(incoming({ headers, body: payload })),
  );
