import { dropCoveredPushes } from './dropCoveredPushes';
import { merged } from './testing';

const request = merged('request', { sha: 'a' });

describe('of merged requests and pushes', () => {
  it.each([
    {
      given: 'the push that is the merge of a request',
      push: merged('push', { origin: 'push', sha: 'a' }),
      gives: ['request'],
    },
    {
      given: 'a push of another commit',
      push: merged('push', { origin: 'push', sha: 'b' }),
      gives: ['request', 'push'],
    },
    {
      given: 'a push that names no commit',
      push: merged('push', { origin: 'push' }),
      gives: ['request', 'push'],
    },
  ])('$gives stay with $given', ({ push, gives }) => {
    expect(dropCoveredPushes([request, push]).map(({ id }) => id)).toEqual(
      gives,
    );
  });

  it('a push stays where the request of its commit was not merged', () => {
    const closed = merged('closed', { sha: 'a', state: 'closed' });
    const push = merged('push', { origin: 'push', sha: 'a' });

    expect(dropCoveredPushes([closed, push])).toHaveLength(2);
  });

  it.each([
    {
      given: 'the push alone says so',
      ofPush: ['review'],
      ofRequest: undefined,
      gives: ['review'],
    },
    {
      given: 'both say so',
      ofPush: ['review', 'checks'],
      ofRequest: ['review'],
      gives: ['review', 'checks'],
    },
    {
      given: 'the push says that it went round none',
      ofPush: [],
      ofRequest: undefined,
      gives: [],
    },
    {
      given: 'the push does not say',
      ofPush: undefined,
      ofRequest: ['review'],
      gives: ['review'],
    },
    {
      given: 'neither says so',
      ofPush: undefined,
      ofRequest: undefined,
      gives: undefined,
    },
  ])(
    'a request went round $gives where $given',
    ({ ofPush, ofRequest, gives }) => {
      const push = merged('push', {
        origin: 'push',
        sha: 'a',
        bypassed: ofPush,
      });

      const [kept, ...others] = dropCoveredPushes([
        push,
        { ...request, bypassed: ofRequest },
      ]);

      expect(others).toEqual([]);
      expect(kept.bypassed).toEqual(gives);
    },
  );
});
