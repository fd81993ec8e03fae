import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createGithubSource } from 'backstage-plugin-accountability-backend-module-github';
import { createPagerdutySource } from 'backstage-plugin-accountability-backend-module-pagerduty';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { migrate } from '../records/__testUtils__/testDatabase';
import { testIntake } from './__testUtils__/testIntake';

jest.setTimeout(120_000);

const SECRET = 'secret';
const data = path.resolve(__dirname, '../../../../../shared/data');
const folders = {
  github: path.join(data, 'github-webhooks', 'payloads'),
  pagerduty: path.join(data, 'pagerduty'),
};
const there = Object.values(folders).every(folder => fs.existsSync(folder));
if (!there) process.stderr.write(`Skipped: ${data} has no payloads\n`);

interface Payload {
  source: keyof typeof folders;
  name: string;
  body: string;
  headers: Record<string, string>;
}

const sign = (body: string) =>
  createHmac('sha256', SECRET).update(body).digest('hex');

function jsonFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .sort();
}

function readPayloads(): Payload[] {
  if (!there) return [];
  const github = jsonFiles(folders.github).map((name): Payload => {
    const body = fs.readFileSync(path.join(folders.github, name), 'utf8');
    return {
      source: 'github',
      name,
      body,
      headers: {
        'x-github-event': name.split(path.sep)[0],
        'x-github-delivery': name,
        'x-hub-signature-256': `sha256=${sign(body)}`,
      },
    };
  });
  const pagerduty = jsonFiles(folders.pagerduty).map((name): Payload => {
    const body = fs.readFileSync(path.join(folders.pagerduty, name), 'utf8');
    return {
      source: 'pagerduty',
      name,
      body,
      headers: {
        'x-webhook-id': name,
        'x-pagerduty-signature': `v1=${sign(body)}`,
      },
    };
  });
  return [...github, ...pagerduty];
}

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

(there ? describe : describe.skip).each(databases.eachSupportedId())(
  'real payloads on %s',
  id => {
    let knex: Knex;
    let app: express.Express;
    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      ({ app } = testIntake(knex, [
        createGithubSource([SECRET]),
        createPagerdutySource([SECRET]),
      ]));
    });

    it('are all acknowledged and stored with a verdict', async () => {
      const payloads = readPayloads();

      const answers = [];
      for (const { source, body, headers } of payloads) {
        answers.push(
          await request(app)
            .post(`/deliveries/${source}`)
            .set('content-type', 'application/json')
            .set(headers)
            .send(body),
        );
      }

      expect(payloads.length).toBeGreaterThan(200);
      expect(
        answers.flatMap(({ status }, index) =>
          status === 202 ? [] : [`${status} ${payloads[index].name}`],
        ),
      ).toEqual([]);
      const [{ n }] = await knex('deliveries').count({ n: '*' });
      expect(Number(n)).toBe(payloads.length);
    });

    it('of known types are read', async () => {
      const read: { dedupe_key: string; verdict: string }[] = await knex(
        'deliveries',
      )
        .where('source', 'github')
        .where('dedupe_key', 'like', 'id:deployment%')
        .orderBy('dedupe_key');

      expect(
        read
          .filter(({ dedupe_key: key }) => !key.includes('review'))
          .map(({ verdict }) => verdict),
      ).toEqual(Array(6).fill('accepted'));
    });
  },
);
