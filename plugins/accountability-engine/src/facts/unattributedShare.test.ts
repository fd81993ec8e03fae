import { recordKinds } from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measureFact } from '../measureFact';
import {
  ago,
  causedBy,
  deployed,
  incident,
  many,
  referenceNow,
} from '../testing';
import { MINUTE } from '../time';
import { unattributedShare } from './unattributedShare';

const at = ago(3, 'd');
const burst = (id: string, cascade?: 'root' | 'downstream') => ({
  incident: id,
  services: 4,
  from: at,
  to: at + MINUTE,
  cascade,
});

describe('the share of incidents without a cause', () => {
  it.each([
    { given: 'no burst', bursts: [], gives: { value: 2 / 12, sampleSize: 12 } },
    {
      given: 'an incident in an event of the platform',
      bursts: [burst('a')],
      gives: { value: 1 / 11, sampleSize: 11 },
    },
    {
      given: 'one downstream of a cascade',
      bursts: [burst('a', 'downstream')],
      gives: { value: 1 / 11, sampleSize: 11 },
    },
    {
      given: 'one that the others depend on, which stays a question',
      bursts: [burst('a', 'root')],
      gives: { value: 2 / 12, sampleSize: 12 },
    },
    {
      given: 'one in a burst whose cause a person named',
      bursts: [burst('j0')],
      gives: { value: 2 / 12, sampleSize: 12 },
    },
  ])('is $gives with $given', ({ bursts, gives }) => {
    const value = measureFact(unattributedShare, {
      now: referenceNow,
      service: exampleService,
      records: [
        deployed('d', { startedAt: ago(20, 'd') }),
        incident('a', { startedAt: at }),
        incident('b', { startedAt: at - 60 * MINUTE }),
        ...many(10, 'j', id => causedBy('d', id)),
      ],
      collectedKinds: [...recordKinds],
      sourceKinds: [...recordKinds],
      settings: defaultSettings,
      bursts,
    });

    expect(value).toMatchObject({ status: 'known', ...gives });
    expect(value.because.includes('together')).toBe(gives.sampleSize < 12);
  });
});
