import assert from 'node:assert/strict';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { sendBatch } from './support/deliveries.mjs';
import { Product } from './support/startProduct.mjs';
import { waitFor } from './support/waitFor.mjs';

const SUBJECT = 'github:halden/payments-api';
const SENDERS = 4;
const BATCHES_BEFORE_KILL = 40;
const EVENTS_A_BATCH = 200;
const HOUR = 3_600_000;

let product;

before(async () => {
  product = await Product.create('e2e-kill');
  await product.writeCatalog();
  await product.start();
  await waitFor('the service in the catalog', async () => {
    const { service } = await product.get(
      '/services/component/default/payments-api/scorecard',
    );
    return service;
  });
});

after(() => product?.stop());

/** Several senders at once, each sending one batch after the other until the backend is gone. */
async function sendUntilKilled(acknowledged) {
  let next = 0;
  let alive = true;
  const sender = async () => {
    while (alive) {
      const number = next;
      next += 1;
      const key = `kill-${number}`;
      const from = Date.now() - 24 * HOUR * (1 + (number % 60));
      try {
        const { status, text } = await sendBatch(product, {
          key,
          subject: SUBJECT,
          from,
          count: EVENTS_A_BATCH,
        });
        assert.equal(status, 202, text);
        acknowledged.push(key);
      } catch (error) {
        if (error.code === 'ERR_ASSERTION') throw error;
        alive = false;
      }
    }
  };
  const senders = Array.from({ length: SENDERS }, sender);
  await waitFor(
    'the first batches',
    () => acknowledged.length >= BATCHES_BEFORE_KILL,
  );
  await product.kill();
  await Promise.all(senders);
}

/**
 * Reads the database itself: what is committed, whatever the API may say.
 * Open for writing, since whoever comes first after a kill rolls back what was under way.
 */
function stored() {
  const file = path.join(product.dataDir, 'database', 'accountability.sqlite');
  // A backend that runs writes now and then; SQLite has one writer, and who comes second waits.
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    const keys = database
      .prepare(
        "select dedupe_key as key from deliveries where source = 'generic'",
      )
      .all()
      .map(({ key }) => key.replace(/^id:/, ''));
    const { events } = database
      .prepare('select count(*) as events from record_events')
      .get();
    const { waiting } = database
      .prepare('select count(*) as waiting from inbox')
      .get();
    return { keys, events, waiting };
  } finally {
    database.close();
  }
}

test('a backend that is killed has every delivery it acknowledged', async () => {
  const acknowledged = [];

  await sendUntilKilled(acknowledged);

  const { keys, events, waiting } = stored();
  const lost = acknowledged.filter(key => !keys.includes(key));
  assert.deepEqual(lost, []);
  assert.equal(events % EVENTS_A_BATCH, 0, 'a delivery is applied as a whole');
  assert.equal(
    events / EVENTS_A_BATCH + waiting,
    keys.length,
    'a delivery is in the records or waits in the inbox',
  );
});

test('a backend that starts again assesses what was left and empties its queue', async () => {
  await product.start();

  await waitFor('an empty inbox', async () => stored().waiting === 0);
  const queue = await waitFor('an empty queue', async () => {
    const { queue: current } = await product.get('/sources');
    return current.due === 0 && current;
  });
  const { keys, events } = stored();

  assert.equal(queue.due, 0);
  assert.equal(events, keys.length * EVENTS_A_BATCH);
  const { assessment } = await product.get(
    '/services/component/default/payments-api/scorecard',
  );
  const frequency = assessment.facts.find(
    ({ id }) => id === 'reliability.deployment_frequency',
  );
  assert.equal(frequency.status, 'known');
  assert.ok(frequency.sampleSize > 0, JSON.stringify(frequency));
});

test('a delivery that was acknowledged before is a duplicate afterwards', async () => {
  const { keys, events } = stored();

  const from = Date.now() - 24 * HOUR;
  const { status, text } = await sendBatch(product, {
    key: keys[0],
    subject: SUBJECT,
    from,
    count: EVENTS_A_BATCH,
  });

  assert.ok(status < 300, text);
  assert.equal(JSON.parse(text).duplicate, true);
  assert.equal(stored().events, events);
});
