import fs from 'node:fs';
import path from 'node:path';
import { Collected } from 'backstage-plugin-accountability-node';
import {
  jsonFilesBelow,
  sharedData,
} from 'backstage-plugin-accountability-node/testUtils';
import { z } from 'zod';
import { collect } from './__testUtils__/collect';
import { told } from './__testUtils__/told';
import { withoutContributors } from './__testUtils__/withoutContributors';

const folder = sharedData('github-webhooks', 'payloads');

interface Payload {
  name: string;
  event: string;
  body: unknown;
  collected: Collected;
}

function read(root: string, file: string): Payload {
  const event = path.basename(path.dirname(file));
  const body: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const collected = collect(event, body);
  return { name: path.relative(root, file), event, body, collected };
}

const payloads = folder
  ? jsonFilesBelow(folder).map(file => read(folder, file))
  : [];

/** Types that nothing is made of yet. */
const unsupported = [
  'branch_protection_rule',
  'create',
  'delete',
  'deploy_key',
  'issue_comment',
  'issues',
  'repository',
  'repository_dispatch',
  'workflow_dispatch',
];

const text = z.string().optional().catch(undefined);
const personal = z.object({
  login: text,
  email: text,
  name: text,
  type: text,
  members_url: text,
});

/** GitHub itself writes commits, and is no person. */
const GITHUB = 'github';

/** Every login and e-mail address of a person or machine in a payload, and the names that go with them. */
function peopleIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  if (value === null || typeof value !== 'object') return [];
  const { login, email, name, type, members_url } = personal.parse(value);
  const isPerson = (login || email) && type !== 'Organization' && !members_url;
  return [
    ...(isPerson ? [login, email, name].flatMap(word => word || []) : []),
    ...Object.values(value).flatMap(peopleIn),
  ];
}

const repositories = z.object({
  repository: z.object({ full_name: z.string() }),
});

(folder ? describe : describe.skip)('real payloads', () => {
  it('are all there', () => {
    expect(payloads).toHaveLength(199);
  });

  it.each(payloads)('$name is understood', ({ event, collected }) => {
    const expected = unsupported.includes(event)
      ? /^unsupported$/
      : /^(accepted|ignored)$/;

    expect(collected.status).toMatch(expected);
  });

  it.each(payloads)(
    '$name names nobody but as a contributor',
    ({ body, collected }) => {
      const { data } = repositories.safeParse(body);
      const [owner = ''] = data?.repository.full_name.split('/') ?? [];
      // The owner of a repository is a part of its name.
      const ownerAsPath = new RegExp(`(/|:|")${owner}/`, 'gi');

      const said = withoutContributors(collected)
        .replace(ownerAsPath, '$1')
        .toLowerCase();

      const words = new Set(peopleIn(body).map(word => word.toLowerCase()));
      words.delete(GITHUB);
      expect([...words].filter(word => said.includes(word))).toEqual([]);
    },
  );

  it.each([
    { name: 'deployment/payload.json', gives: ['pending 15:20'] },
    {
      name: 'deployment_status/payload.json',
      gives: ['finished success 15:20'],
    },
    {
      name: 'deployment_status/gh-pages.payload.json',
      gives: ['executing 01:28'],
    },
    {
      name: 'release/published.payload.json',
      gives: ['finished success 15:20'],
    },
    {
      name: 'workflow_run/completed.payload.json',
      gives: ['pending 16:33', 'finished success 16:33'],
    },
    {
      name: 'workflow_run/requested.with-conclusion.payload.json',
      gives: ['waiting 16:33'],
    },
    {
      name: 'workflow_job/completed.failure.with-organization.payload.json',
      gives: ['executing 10:34', 'finished failure 10:38'],
    },
    {
      name: 'workflow_job/queued.with-deployment.payload.json',
      gives: ['waiting 21:12'],
    },
    { name: 'workflow_job/waiting.payload.json', gives: ['waiting 21:12'] },
    { name: 'workflow_job/queued.payload.json', gives: ['pending 02:21'] },
    {
      name: 'check_run/completed.payload.json',
      gives: ['finished success 15:21'],
    },
    { name: 'check_run/completed.1.payload.json', gives: ['ignored'] },
    {
      name: 'pull_request/closed.payload.json',
      gives: ['opened 15:20', 'closed 15:21', 'closed 15:21'],
    },
    {
      name: 'pull_request/labeled.payload.json',
      gives: ['opened 15:20', 'opened 15:20'],
    },
    { name: 'pull_request_review/submitted.payload.json', gives: ['ignored'] },
    { name: 'push/with-new-branch.payload.json', gives: ['ignored'] },
    { name: 'code_scanning_alert/created.payload.json', gives: ['ignored'] },
    { name: 'code_scanning_alert/fixed.payload.json', gives: ['ignored'] },
    {
      name: 'code_scanning_alert/closed-by-user.payload.json',
      gives: ['open 02:49', 'dismissed 02:59'],
    },
    {
      name: 'dependabot_alert/fixed.payload.json',
      gives: ['open 15:21', 'fixed 13:55'],
    },
    {
      name: 'secret_scanning_alert/reopened.payload.json',
      gives: ['open 12:00'],
    },
  ])('$name tells $gives', ({ name, gives }) => {
    const payload = payloads.find(each => each.name === name);

    expect(payload && told(payload.collected)).toEqual(gives);
  });
});
