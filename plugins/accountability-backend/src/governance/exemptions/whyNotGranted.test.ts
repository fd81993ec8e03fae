import {
  ExemptionSubject,
  Severity,
} from 'backstage-plugin-accountability-common';
import { whyNotGranted } from './whyNotGranted';

const dayMs = 86_400_000;
const requestedAt = Date.UTC(2026, 10, 23, 12);
const maxDays = { low: 180, medium: 90, high: 60, critical: 30 };
const service = { by: 'service', ref: 'component:default/payments' } as const;
const owner = { by: 'owner', ref: 'group:default/checkout' } as const;
const system = { by: 'system', ref: 'system:default/shop' } as const;

interface Case {
  given?: string;
  severity: Severity;
  subject?: ExemptionSubject;
}

describe('why an exemption may not be had', () => {
  it.each<Case & { days: number }>([
    { given: 'low, its last day', severity: 'low', days: 180 },
    { given: 'medium, its last day', severity: 'medium', days: 90 },
    { given: 'high, its last day', severity: 'high', days: 60 },
    { given: 'critical, its last day', severity: 'critical', days: 30 },
    { given: 'high, of an owner', severity: 'high', days: 1, subject: owner },
    { given: 'low, of a system', severity: 'low', days: 1, subject: system },
  ])('is nothing: $given', ({ severity, days, subject = service }) => {
    expect(
      whyNotGranted(
        { subject, requestedAt, expiresAt: requestedAt + days * dayMs },
        { title: 'Scanned', severity },
        { maxDays },
      ),
    ).toBeUndefined();
  });

  it.each<Case & { ms: number; gives: string }>([
    { severity: 'low', ms: 180 * dayMs + 1, gives: 'at most 180 days' },
    { severity: 'medium', ms: 90 * dayMs + 1, gives: 'at most 90 days' },
    { severity: 'high', ms: 60 * dayMs + 1, gives: 'at most 60 days' },
    { severity: 'critical', ms: 30 * dayMs + 1, gives: '2026-12-23 12:00 UTC' },
    { severity: 'low', ms: 0, gives: 'is over' },
    { severity: 'low', ms: -1, gives: 'is over' },
    {
      severity: 'critical',
      ms: dayMs,
      subject: owner,
      gives: 'not all of group:default/checkout',
    },
    {
      severity: 'critical',
      ms: dayMs,
      subject: system,
      gives: 'not all of system:default/shop',
    },
  ])(
    'is told of $severity and $ms ms: $gives',
    ({ severity, ms, gives, subject = service }) => {
      expect(
        whyNotGranted(
          { subject, requestedAt, expiresAt: requestedAt + ms },
          { title: 'Scanned', severity },
          { maxDays },
        ),
      ).toContain(gives);
    },
  );
});
