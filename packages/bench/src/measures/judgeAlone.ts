import { Assessment } from 'backstage-plugin-accountability-common';
import {
  builtInFacts,
  compilePolicy,
  judgeService,
} from 'backstage-plugin-accountability-engine';
import { thirtyChecks } from '../load/thirtyChecks';
import { Bench } from '../load/Bench';
import { Measured } from './Measured';

/** Rounds over the services; the first warms up. */
const ROUNDS = 4;
const SERVICES = 1000;

/** How many services a policy of thirty checks is held against in a second of processor time, in this process and without a database. */
export async function judgeAlone({ pool }: Bench): Promise<Measured[]> {
  const policy = compilePolicy({
    files: [{ name: 'bench.yaml', text: thirtyChecks('gold') }],
    facts: builtInFacts,
    digest: '',
  });
  const { rows } = await pool.query<{ facts: string }>(
    'select facts from assessments order by entity_ref limit $1',
    [SERVICES],
  );
  const services = rows.map(({ facts }) => {
    const stored: Assessment['facts'] = JSON.parse(facts);
    return new Map(stored.map(fact => [fact.id, fact]));
  });
  const now = Date.now();
  let spentMs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const facts of services) {
      judgeService({
        now,
        service: {
          entityRef: 'component:default/a',
          kind: 'Component',
          entity: {},
        },
        facts,
        policy,
        until: now,
      });
    }
    const { user, system } = process.cpuUsage(before);
    if (round > 0) spentMs += (user + system) / 1000;
  }
  const judged = services.length * (ROUNDS - 1);
  return [
    {
      name: `services judged by ${policy.scorecards[0].checks.length} checks, engine alone`,
      value: (judged / spentMs) * 1000,
      unit: 'services/s of CPU',
    },
  ];
}
