import { clock, decision, remediated } from '../../../fixtures';
import { linkSpans } from './linkSpans';

const past = (decidedAt: number, supersededAt: number) => ({
  attribution: remediated,
  decidedAt,
  supersededAt,
});
const first = past(clock(9, 20), clock(9, 30));
const second = past(clock(9, 30), clock(9, 53));

describe('linkSpans', () => {
  it.each([
    {
      title: 'the first link says nothing of since when it stands',
      given: { history: [], attribution: remediated },
      gives: { since: undefined, before: undefined },
    },
    {
      title: 'a first link that a person set stands since then',
      given: { history: [], attribution: { ...remediated, decision } },
      gives: { since: decision.at, before: undefined },
    },
    {
      title: 'a later one stands since the latest of the others ended',
      given: { history: [first, second], attribution: remediated },
      gives: { since: clock(9, 53), before: second },
    },
    {
      title: 'one of which it is known stands since it was made',
      given: {
        history: [second],
        attribution: remediated,
        linkedAt: clock(9, 55),
      },
      gives: { since: clock(9, 55), before: second },
    },
  ])('$title', ({ given, gives }) => {
    expect(linkSpans(given)).toEqual(gives);
  });
});
