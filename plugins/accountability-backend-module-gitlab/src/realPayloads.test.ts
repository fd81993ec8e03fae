import fs from 'node:fs';
import path from 'node:path';
import {
  incoming,
  jsonFilesBelow,
  sharedData,
} from 'backstage-plugin-accountability-node/testUtils';
import { withoutContributors } from './__testUtils__/withoutContributors';
import { createGitlabSource } from './createGitlabSource';

const folder = sharedData('gitlab-webhooks');
const source = createGitlabSource(['secret']);

/** What each becomes that is more than taken aside. */
const verdicts: Record<string, string> = {
  'systemhooks/merge_request': 'accepted',
  'systemhooks/push': 'accepted',
  'webhooks/deployment': 'accepted',
  // Documentation of an issue, of a time before types, with the escalation that only incidents have.
  'webhooks/issue': 'accepted',
  'webhooks/job': 'accepted',
  'webhooks/merge_request': 'accepted',
  'webhooks/pipeline': 'accepted',
  'webhooks/push': 'accepted',
  'webhooks/release': 'accepted',
  'webhooks/service_merge_request': 'accepted',
  // Its keys end with a blank, `"iid "`: no GitLab sends that.
  'webhooks/group_merge_request': 'rejected',
};

const payloads = (folder ? jsonFilesBelow(folder) : []).map(file => {
  const text = fs.readFileSync(file, 'utf8');
  return {
    name: path
      .relative(folder ?? '', file)
      .replaceAll(path.sep, '/')
      .replace(/\.json$/, ''),
    text,
    collected: source.collect(incoming({ body: text })),
  };
});

const personal = /(^|_)(name|username|email)$/;
const person = /^(user|author|assignee|assignees|reviewers|owner|committer)$/;

/** Names, user names and e-mails of people anywhere in a payload. */
function peopleIn(value: unknown, isPerson: boolean): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const owns =
      personal.test(key) && (isPerson || /^(user|author|owner)_/.test(key));
    if (owns && typeof inner === 'string') return [inner];
    const within = person.test(key) || (isPerson && Array.isArray(value));
    return peopleIn(inner, within);
  });
}

(folder ? describe : describe.skip)('real payloads of GitLab', () => {
  it('are all there', () => {
    expect(payloads.length).toBe(45);
  });

  it.each(payloads)('are read: $name', ({ name, collected }) => {
    expect(collected.status).toBe(verdicts[name] ?? 'ignored');
  });

  it('tell when things happened, in whatever way it is written', () => {
    const times = payloads.flatMap(({ name, collected }) =>
      collected.status === 'accepted'
        ? [[name, new Date(collected.events[0].at).toISOString()]]
        : [],
    );

    expect(Object.fromEntries(times)).toMatchObject({
      'webhooks/deployment': '2021-04-28T19:50:00.000Z',
      'webhooks/pipeline': '2016-08-12T15:23:40.000Z',
      'webhooks/job': '2023-01-10T13:50:04.807Z',
      'webhooks/release': '2021-02-25T21:23:34.000Z',
      'webhooks/push': '2012-01-03T21:36:29.000Z',
      'systemhooks/push': '2013-05-13T18:18:08.000Z',
    });
  });

  it('lose all the people in them', () => {
    const people = payloads.flatMap(({ text }) =>
      peopleIn(JSON.parse(text), false),
    );
    const told = payloads.flatMap(({ collected }) =>
      collected.status === 'accepted' ? collected.events : [],
    );

    // A project may lie below a person: then its path is the project's name.
    const besidesPaths = told.map(event =>
      withoutContributors(event).replaceAll(event.subject.split(':')[1], ''),
    );
    const leaked = [...new Set(people)].filter(name =>
      besidesPaths.join().includes(JSON.stringify(name).slice(1, -1)),
    );
    expect(people.length).toBeGreaterThan(50);
    expect(leaked).toEqual([]);
  });
});
