import { setTimeout as sleep } from 'node:timers/promises';
import { withDatabase } from '../soak/withDatabase.mjs';
import { rollBack } from './rollBack.mjs';
import { schemaOf } from './schemaOf.mjs';

const ENDS = { mayFail: true };

/** The earlier version ends and starts anew while the later one has migrated its tables. */
async function startAnew({ stages, earlier, version, calm }) {
  if (!version.startsOnLater) {
    stages.say(
      'the earlier one is not started anew: it is from before the version that leaves later tables alone',
    );
    return;
  }
  await stages.run(
    'the earlier one ends, and starts anew on the later tables',
    () => earlier.replaceAll(),
    ENDS,
  );
  await calm('both take deliveries again');
}

/** Two versions beside each other until the earlier one is gone. */
async function upgrade(options) {
  const { stages, sender, start, calm, earlier } = options;
  await calm('the earlier version alone');
  const later = await stages.run(
    'the later one starts beside it and migrates',
    () => start.later(),
  );
  sender.sendTo([...earlier.urls, ...later.urls]);
  await calm('both take deliveries');
  await startAnew(options);
  await stages.run('the earlier one ends', () => earlier.stop(), ENDS);
  sender.sendTo(later.urls);
  await calm('the later version alone');
  return later;
}

/**
 * The course that the page on upgrades promises: up beside each other, back by the way of the
 * page, and up again. The load runs all the time. Gives what going back changed.
 */
export async function goThrough(options) {
  const { stages, sender, start, seconds, postgres, version } = options;
  const calm = title => stages.run(title, () => sleep(seconds * 1000));
  const schema = await withDatabase(postgres.port, schemaOf);
  const later = await upgrade({ ...options, calm });
  let wayBack;
  const earlier = await stages.run(
    'all end, the migrations are taken back, and the earlier version starts',
    async () => {
      await later.stop();
      wayBack = await rollBack({ postgres, schema, later: version.later });
      const started = await start.earlier();
      sender.sendTo(started.urls);
      return started;
    },
    ENDS,
  );
  await calm('the earlier version after the way back');
  const again = await stages.run('the later one starts anew beside it', () =>
    start.later(),
  );
  sender.sendTo([...earlier.urls, ...again.urls]);
  await stages.run('the earlier one ends for good', () => earlier.stop(), ENDS);
  sender.sendTo(again.urls);
  await calm('the later version in the end');
  return wayBack;
}
