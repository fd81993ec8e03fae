import {
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  builtInFacts,
  defaultSettings,
  measurePrepared,
  prepareFacts,
} from 'backstage-plugin-accountability-engine';
import { busyAuthorship } from '../load/busyAuthorship';
import { busyPeople } from '../load/busyPeople';
import { benchService } from './assessAlone';
import { Subject } from './deployOnce';
import { Measured } from './Measured';
import { timed } from './timed';

/** Facts that are told of one by one; what the others take goes into one line, and into the file. */
const NAMED = 10;

/** What each fact takes of a very busy service whose records are read and prepared, beside reading them. */
export async function factCost(
  subject: Subject,
  given: { records: ServiceRecord[]; bare: { name: string; ms: number } },
): Promise<Measured[]> {
  const input = {
    now: Date.now(),
    service: benchService(subject),
    records: given.records,
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    settings: defaultSettings,
    people: busyPeople,
    authorship: busyAuthorship(Date.now()),
  };
  const ratio = (ms: number) => ({
    to: given.bare.name,
    value: ms / given.bare.ms,
  });
  const line = (name: string, value: number): Measured => ({
    name,
    value,
    unit: 'ms',
    ratio: ratio(value),
  });
  const preparing = await timed(async () => prepareFacts(input));
  const prepared = prepareFacts(input);
  const costs: { id: string; ms: number }[] = [];
  for (const fact of builtInFacts) {
    const ms = await timed(async () => measurePrepared(fact, prepared));
    costs.push({ id: fact.id, ms });
  }
  costs.sort((a, b) => b.ms - a.ms);
  const others = costs.slice(NAMED);
  return [
    line('what all facts share: sorting, attributing', preparing),
    ...costs.slice(0, NAMED).map(({ id, ms }) => line(`fact ${id}`, ms)),
    line(
      `the other ${others.length} facts together`,
      others.reduce((sum, { ms }) => sum + ms, 0),
    ),
    ...others.map(({ id, ms }) => ({ ...line(`fact ${id}`, ms), fine: true })),
  ];
}
