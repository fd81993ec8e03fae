import { exploited } from '../company/cast';
import { day, iso } from '../company/time';
import { Chapter, slugAt } from './Chapter';
import { DemoEvent, EventOf } from './DemoEvent';
import { anyInstants } from './workInstants';

const severities = [
  'critical',
  'high',
  'high',
  'medium',
  'medium',
  'low',
] as const;
const rules = [
  { rule: 'outdated TLS library', category: 'dependency' },
  { rule: 'SQL built from input', category: 'code' },
  { rule: 'path traversal in archive reader', category: 'dependency' },
  { rule: 'prototype pollution', category: 'dependency' },
  { rule: 'secret in configuration', category: 'secret' },
  { rule: 'unsafe deserialisation', category: 'code' },
] as const;

/** Security findings of a service: found, and mended sooner or later or not at all. */
export function findings(chapter: Chapter): DemoEvent[] {
  const { service, random, to } = chapter;
  const { findingsPerMonth, fixDays, knownExploitedShare } = service.profile;
  const first = chapter.from + random.next() * 30 * day;
  const drawn = [first, ...anyInstants(chapter, findingsPerMonth / 4.3)];
  const [neglected] = exploited.includes(service.name) ? [to - 33 * day] : [];
  const found = neglected ? [...drawn, neglected] : drawn;
  return found.flatMap((at, i) => {
    const slug = slugAt(service, at);
    const base: Omit<EventOf<'finding'>, 'at' | 'state'> = {
      kind: 'finding',
      record: `github:finding:${slug}:${i + 1}`,
      subject: `github:${slug}`,
      severity: random.pick(severities),
      ...random.pick(rules),
      knownExploited: at === neglected || random.chance(knownExploitedShare),
      url: `https://github.com/${slug}/security/code-scanning/${i + 1}`,
    };
    const state = random.chance(0.06) ? 'dismissed' : 'fixed';
    const endedAt =
      at === neglected ? Infinity : at + random.skewed(fixDays, 0.6) * day;
    const events: EventOf<'finding'>[] = [
      { ...base, state: 'open', at: iso(at) },
    ];
    if (endedAt <= to) events.push({ ...base, state, at: iso(endedAt) });
    return events.map(event => ({ begun: at, event }));
  });
}
