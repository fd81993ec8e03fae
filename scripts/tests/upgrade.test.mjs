import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from '../lib/paths.mjs';
import { outsideOf, tally } from '../soak/troubles.mjs';
import { columnsOf } from '../upgrade/schemaOf.mjs';
import { differencesOf } from '../upgrade/differencesOf.mjs';
import { faultsOf } from '../upgrade/reportUpgrade.mjs';
import { rollbackCommand } from '../upgrade/rollbackCommand.mjs';

const each = (cases, check) =>
  cases.forEach(one => it(one.given, () => check(one)));

describe('the way back', () => {
  it('is the command of the page, with the address of the database', () => {
    const page = fs.readFileSync(
      inRoot('docs/operations/backup-and-upgrade.md'),
      'utf8',
    );

    const command = rollbackCommand(page, 'postgresql://a@b/c');

    assert.match(command, /^npx knex migrate:down --client pg /);
    assert.match(command, / --connection postgresql:\/\/a@b\/c /);
    assert.doesNotMatch(command, /<url>/);
  });

  each(
    [
      { given: 'a page without it', page: 'Start the version before.' },
      {
        given: 'a command without a place for the address',
        page: '`npx knex migrate:down --client pg`',
      },
    ].map(({ given, page }) => ({ given: `is not made up: ${given}`, page })),
    ({ page }) =>
      assert.throws(() => rollbackCommand(page, 'x'), /how to go back/),
  );
});

describe('what differs is told', () => {
  each(
    [
      { given: 'nothing of equals', before: { a: '1' }, gives: [] },
      {
        given: 'what was changed',
        before: { a: '1' },
        after: { a: '2' },
        gives: ['a was 1, is 2'],
      },
      {
        given: 'what went and what came',
        before: { a: '1' },
        after: { b: '2' },
        gives: ['a is gone (1)', 'b is more than before (2)'],
      },
    ],
    ({ before, after = before, gives }) =>
      assert.deepEqual(
        differencesOf(
          new Map(Object.entries(before)),
          new Map(Object.entries(after)),
        ),
        gives,
      ),
  );
});

it('columns are told apart from indices and constraints', () => {
  const schema = new Map([
    ['bills.at', 'timestamp'],
    ['bills.id', 'text'],
    ['records.id', 'text'],
    ['index records.id_at', 'create index'],
    ['constraint bills pkey', 'primary key'],
  ]);

  assert.deepEqual(
    [...columnsOf(schema)],
    [
      ['bills', ['at', 'id']],
      ['records', ['id']],
    ],
  );
});

describe('attempts that failed', () => {
  const troubles = [
    { at: 1_000, because: 'status 503' },
    { at: 14_000, because: 'ECONNREFUSED' },
    { at: 16_000, because: 'status 503' },
  ];

  it('are counted by why', () => {
    assert.equal(tally(troubles), 'status 503 2, ECONNREFUSED 1');
    assert.equal(tally([]), 'none');
  });

  it('belong to a spell until five seconds after it', () => {
    const outside = outsideOf([{ from: 8_000, to: 10_000 }], troubles);

    assert.deepEqual(
      outside.map(({ at }) => at),
      [1_000, 16_000],
    );
  });
});

describe('an upgrade is good when nothing of it is at fault', () => {
  const good = {
    sender: { troubles: [] },
    stages: [
      { title: 'calm', from: 0, to: 20_000, mayFail: false },
      { title: 'one ends', from: 20_000, to: 25_000, mayFail: true },
    ],
    tables: { lost: [], doubled: [], whole: true },
    settled: { isSettled: true },
    wayBack: { differences: [] },
  };
  const failing = at => ({ troubles: [{ at, because: 'status 500' }] });

  each(
    [
      { given: 'all well', change: {}, gives: [] },
      {
        given: 'an attempt that failed while a backend ended',
        change: { sender: failing(21_000) },
        gives: [],
      },
      {
        given: 'an attempt that failed while none did',
        change: { sender: failing(3_000) },
        gives: ['attempts failed while no backend ended: status 500 1'],
      },
      {
        given: 'deliveries lost and doubled',
        change: { tables: { lost: ['a'], doubled: ['b', 'c'], whole: false } },
        gives: [
          '1 deliveries are lost',
          '2 are there twice',
          'events, records and deliveries are not as many',
        ],
      },
      {
        given: 'services that are never assessed',
        change: { settled: { isSettled: false } },
        gives: ['assessments did not settle'],
      },
      {
        given: 'a way back that loses',
        change: { wayBack: { differences: ['bills.at is gone (text)'] } },
        gives: ['after the way back bills.at is gone (text)'],
      },
    ],
    ({ change, gives }) =>
      assert.deepEqual(faultsOf({ ...good, ...change }), gives),
  );
});
