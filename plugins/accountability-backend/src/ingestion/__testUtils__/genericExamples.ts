import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const headers = { 'content-type': 'application/json' };
const subject = 'ci:payments';
const at = (minute: number) =>
  `2026-11-23T11:${String(minute).padStart(2, '0')}:00Z`;

/** Uploads in our own words: the life of one record of each kind. */
export const genericExamples: ExampleDelivery[] = [
  {
    name: 'a deployment from its asking to its end',
    headers,
    body: ['pending', 'executing', 'finished', 'superseded'].map(
      (state, minute) => ({
        kind: 'deployment',
        record: 'ci:deployment:1',
        subject,
        at: at(minute),
        state,
        environment: 'production',
      }),
    ),
  },
  {
    name: 'an incident that is reopened and moves',
    headers,
    body: ['triggered', 'acknowledged', 'resolved', 'reopened'].map(
      (state, minute) => ({
        kind: 'incident',
        record: 'ci:incident:1',
        subject: minute < 2 ? subject : 'ci:orders',
        at: at(minute),
        state,
      }),
    ),
  },
  {
    name: 'a build that waits for an approval',
    headers,
    body: ['pending', 'waiting', 'pending', 'executing', 'finished'].map(
      (state, minute) => ({
        kind: 'build',
        record: 'ci:build:1',
        subject,
        at: at(minute),
        state,
        unit: 'job',
      }),
    ),
  },
  {
    name: 'a change with its reviews',
    headers,
    body: [
      { state: 'opened', minute: 0 },
      { state: 'reviewed', minute: 1, review: { id: '1', verdict: 'reject' } },
      { state: 'reviewed', minute: 2, review: { id: '1', verdict: 'approve' } },
      { state: 'merged', minute: 3 },
    ].map(({ minute, ...rest }) => ({
      kind: 'change',
      record: 'ci:change:1',
      subject,
      at: at(minute),
      ...rest,
    })),
  },
  ...[0, 1, 2].map(minute => ({
    name: `the report of minute ${minute} and what it finds`,
    headers,
    body: [
      {
        kind: 'report',
        record: `ci:report:${minute}`,
        subject,
        at: at(minute),
        state: 'uploaded',
        format: 'sarif',
        series: 'ci:scan',
      },
      ...[1, 2, 3].slice(minute).map(number => ({
        kind: 'finding',
        record: `ci:finding:${number}`,
        subject,
        at: at(minute),
        state: 'open',
        series: 'ci:scan',
      })),
    ],
  })),
  {
    name: 'an alert',
    headers: { 'content-type': 'application/x-ndjson' },
    body: ['firing', 'resolved', 'firing']
      .map((state, minute) =>
        JSON.stringify({
          kind: 'alert',
          record: 'ci:alert:1',
          subject,
          at: at(minute),
          state,
        }),
      )
      .join('\n'),
  },
];
