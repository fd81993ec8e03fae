import { TestDatabases } from '@backstage/backend-test-utils';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { migrate } from '../records/__testUtils__/testDatabase';
import { everySource } from './__testUtils__/everySource';
import { realDeliveries } from './__testUtils__/realDeliveries';
import { testIntake } from './__testUtils__/testIntake';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const there = realDeliveries.length > 0;

/** Files that a source must reject: they are no payloads of their sender. */
const broken = [
  // Its keys end with a blank.
  'gitlab-webhooks/webhooks/group_merge_request.json',
  // Objects that the documentation shows, without the event around them.
  /^pagerduty\//,
  // A format of ids.
  'cdevents/conformance/formats/domainid.json',
  // Broken on purpose by those who made them.
  'sarif/codeql-action/invalid-sarif.sarif',
  'sarif/codeql-action/tool-names.sarif',
];
const isBroken = (name: string) => broken.some(each => name.match(each));

(there ? describe : describe.skip).each(databases.eachSupportedId())(
  'real payloads on %s',
  id => {
    let knex: Knex;
    let intake: ReturnType<typeof testIntake>;
    let answers: { name: string; source: string; answer: request.Response }[];
    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      intake = testIntake(
        knex,
        everySource.map(({ source }) => source),
      );
      answers = await sendAll(intake.app);
      await intake.inbox.settled();
    });

    it('have a verdict each, and none is a fault of ours', async () => {
      expect(answers.length).toBeGreaterThan(350);
      expect(
        answers
          .filter(({ answer }) => answer.status !== 202)
          .map(({ name, answer }) => `${answer.status} ${name}`),
      ).toEqual([]);
      expect(
        answers
          .filter(({ answer }) => answer.body.verdict.status === 'rejected')
          .map(({ name }) => name)
          .filter(name => !isBroken(name)),
      ).toEqual([]);
    });

    it('are stored once each, and all that was accepted is in the records', async () => {
      const duplicates = answers.filter(({ answer }) => answer.body.duplicate);
      const [{ n }] = await knex('deliveries').count({ n: '*' });

      expect(Number(n)).toBe(answers.length - duplicates.length);
      expect(await knex('inbox').select('source', 'trouble')).toEqual([]);
    });

    it('tell of something for every source that has any', async () => {
      const told = await knex('deliveries')
        .where('events', '>', 0)
        .distinct('source')
        .orderBy('source')
        .pluck('source');

      expect(told).toEqual(
        [...new Set(answers.map(({ source }) => source))].sort(),
      );
    });
  },
);

async function sendAll(app: express.Express) {
  const answers = [];
  for (const { source, name, headers, body } of realDeliveries) {
    const answer = await request(app)
      .post(`/deliveries/${source}`)
      .set(headers)
      .send(body);
    answers.push({ name, source, answer });
  }
  return answers;
}
