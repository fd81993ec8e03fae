import assert from 'assert';
import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import {
  AssessSettings,
  defaultSettings,
  profiles,
} from 'backstage-plugin-accountability-engine';
import { component, group } from '../../database/__testUtils__/testCatalog';
import { readServices } from '../../ownership';
import {
  broke,
  createWorkbench,
  day,
  deployed,
  hour,
  start,
} from '../__testUtils__/createWorkbench';
import { calibrateWindow } from './calibrateWindow';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const subject = 'github:acme/pay';
const ref = 'component:default/pay';

const withProfile = (
  profile: Partial<AssessSettings['attribution']>,
): AssessSettings => ({
  ...defaultSettings,
  attribution: { ...profiles.default, ...profile },
});

/** A deployment so many days ago that broke something two hours later, of which users had felt it after one. */
function felt(daysAgo: number): RecordEvent[] {
  const at = start - daysAgo * day;
  const incident = broke(subject, at + 2 * hour, at);
  assert(incident.kind === 'incident');
  return [deployed(subject, at), { ...incident, impactStart: at + hour }];
}

describe.each(databases.eachSupportedId())('calibrateWindow on %s', id => {
  async function calibrate(settings: AssessSettings, daysAgo: number[] = []) {
    const bench = await createWorkbench(await databases.init(id));
    await bench.sync([
      group('a'),
      component('pay', { owner: 'a', slug: 'acme/pay' }),
    ]);
    await bench.deliver(daysAgo.flatMap(felt));
    const [file] = await readServices(bench.knex, { entityRefs: [ref] });
    return calibrateWindow(bench.knex, {
      ...bench.judgement,
      settings,
      file,
      at: start,
      past: false,
    });
  }

  it.each([
    {
      given: 'nobody said anything',
      settings: defaultSettings,
      gives: { windowMs: day, origin: 'default', profile: 'default' },
    },
    {
      given: 'the configuration has a window',
      settings: withProfile({ windowMs: 6 * hour }),
      gives: {
        windowMs: 6 * hour,
        origin: 'configuration',
        profile: 'default',
      },
    },
    {
      given: 'the profile has none',
      settings: withProfile(profiles.devlake),
      gives: { origin: 'configuration', profile: 'devlake' },
    },
  ])('says what holds where $given', async ({ settings, gives }) => {
    const { inForce } = await calibrate(settings);

    expect(inForce).toEqual(gives);
  });

  it.each([
    { incidentFrom: 'impact' as const, lagMs: hour },
    { incidentFrom: 'opened' as const, lagMs: 2 * hour },
  ])(
    'counts lags to the instant that W is compared with: $incidentFrom',
    async ({ incidentFrom, lagMs }) => {
      const { lags } = await calibrate(withProfile({ incidentFrom }), [10]);

      expect(lags).toMatchObject([
        { at: start - 10 * day + lagMs, lagMs, method: 'explicit' },
      ]);
    },
  );

  it('looks for known causes in the incidents of a year', async () => {
    const { lags, totalLags, from } = await calibrate(
      defaultSettings,
      [10, 364, 366],
    );

    expect(from).toBe(start - 365 * day);
    expect(totalLags).toBe(2);
    expect(lags.map(({ at }) => at)).toEqual([
      start - 10 * day + hour,
      start - 364 * day + hour,
    ]);
  });
});
