import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { dueAttestation } from './dueAttestation';

const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const day = (days: number) => start + days * DAY;
const ours = 'group:default/ours';
const theirs = 'group:default/theirs';
const span = (owner: string, from: number, to?: number): OwnerSpan => ({
  owner,
  resolves: true,
  from: day(from),
  ...(to !== undefined && { to: day(to) }),
  origin: 'catalog',
});
const said = (
  at: number,
  owner = ours,
  verdict: 'confirmed' | 'rejected' = 'confirmed',
) => ({ at: day(at), owner, verdict });

describe('dueAttestation', () => {
  const usual = {
    service: {},
    spans: [span(ours, 0)],
    attestations: [said(-1, theirs)].slice(1),
  };
  it.each([
    {
      given: 'never attested, within the period',
      now: 179.9,
      gives: ['fresh', 180, 0],
    },
    {
      given: 'never attested, a period after it came',
      now: 180,
      gives: ['due', 180, 180],
    },
    { given: 'due for 30 days', now: 210, gives: ['overdue', 180, 210] },
    {
      given: 'attested, within the period',
      attestations: [said(20), said(100)],
      now: 279,
      gives: ['fresh', 280, 100],
    },
    {
      given: 'attested a period ago',
      attestations: [said(100)],
      now: 280,
      gives: ['due', 280, 280],
    },
    {
      given: 'rejected of late, which is an answer',
      attestations: [said(100, ours, 'rejected')],
      now: 250,
      gives: ['fresh', 280, 100],
    },
    {
      given: 'attested by an earlier owner of late',
      spans: [span(theirs, 0, 50), span(ours, 50)],
      attestations: [said(49, theirs)],
      now: 230,
      gives: ['due', 230, 230],
    },
    {
      given: 'attested before it was given away and came back',
      spans: [span(ours, 0, 50), span(theirs, 50, 60), span(ours, 60)],
      attestations: [said(49)],
      now: 239,
      gives: ['fresh', 240, 60],
    },
    {
      given: 'attested after the instant that is asked about',
      attestations: [said(300)],
      now: 190,
      gives: ['due', 180, 180],
    },
    {
      given: 'a cadence of its own',
      service: { cadence: { everyDays: 7 } },
      now: 8,
      gives: ['due', 7, 7],
    },
    {
      given: 'a cadence of 0 days',
      service: { cadence: { everyDays: 0 } },
      now: 1000,
      gives: ['never-asked'],
    },
    {
      given: 'no owner',
      service: { owner: undefined },
      now: 1000,
      gives: ['never-asked'],
    },
    {
      given: 'an owner that the catalog does not have',
      service: { ownerResolves: false },
      now: 1000,
      gives: ['never-asked'],
    },
    {
      given: 'a person as owner',
      service: { owner: 'user:default/kim' },
      spans: [span('user:default/kim', 0)],
      now: 1000,
      gives: ['never-asked'],
    },
    {
      given: 'an owner that nobody knows the span of',
      spans: [span(theirs, 0)],
      now: 1000,
      gives: ['never-asked'],
    },
  ])('$given gives $gives', ({ gives: [state, at, since], now, ...given }) => {
    const { service, spans, attestations } = { ...usual, ...given };

    const { due } = dueAttestation(
      {
        owner: ours,
        ownerResolves: true,
        spans,
        cadence: { everyDays: 180 },
        ...service,
      },
      attestations,
      day(now),
    );

    expect(due).toEqual({
      state,
      because: expect.stringMatching(/^.+\.$/),
      ...(at !== undefined && { at: day(Number(at)) }),
      ...(since !== undefined && { since: day(Number(since)) }),
    });
  });
});
