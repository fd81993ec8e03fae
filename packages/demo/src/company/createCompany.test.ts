import { createHash } from 'node:crypto';
import { isDeepStrictEqual as isEqual } from 'node:util';
import {
  ownerChangeSchema,
  RecordEvent,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import { DemoDelivery } from '../deliveries/DemoDelivery';
import { createCompany } from './createCompany';
import { libraries } from './libraries';
import { day } from './time';

const now = Date.parse('2026-11-23T12:00:00Z');

function linesOf(deliveries: Iterable<DemoDelivery>): unknown[] {
  return [...deliveries]
    .filter(({ source }) => source === 'generic')
    .flatMap(({ body }) => body.trimEnd().split('\n'))
    .map(line => JSON.parse(line));
}

function isOwnerLine(line: unknown): boolean {
  return ownerChangeSchema.safeParse(line).success;
}

function digestOf(deliveries: Iterable<DemoDelivery>): string {
  const hash = createHash('sha256');
  for (const { source, headers, body } of deliveries) {
    hash.update(JSON.stringify([source, headers, body]));
  }
  return hash.digest('hex');
}

describe('createCompany', () => {
  const halden = createCompany({ now });
  const lines = linesOf(halden.deliveries());
  const events: RecordEvent[] = lines
    .filter(line => !isOwnerLine(line))
    .map(line => recordEventSchema.parse(line));

  it('tells the same story in the same bytes for the same seed', () => {
    const twin = createCompany({ now });

    const digest = digestOf(twin.deliveries());

    expect(digest).toBe(digestOf(halden.deliveries()));
    expect(twin.entities).toEqual(halden.entities);
  });

  it('tells another story for another seed', () => {
    const other = createCompany({ now, seed: 'other', services: 3, days: 20 });
    const same = createCompany({ now, services: 3, days: 20 });

    expect(digestOf(other.deliveries())).not.toBe(digestOf(same.deliveries()));
  });

  it('uploads nothing that the schemas of record events and owner changes refuse', () => {
    expect(lines.filter(isOwnerLine)).toHaveLength(45);
    expect(events.length).toBeGreaterThan(50_000);
  });

  it('lets nothing happen after its end or before its half year', () => {
    const instants = events.map(({ at }) => at);

    expect(instants.filter(at => at > now)).toEqual([]);
    expect(instants.filter(at => at < now - 190 * day)).toEqual([]);
  });

  it('has groups on three levels, every parent among them', () => {
    const groups = halden.entities.filter(({ kind }) => kind === 'Group');
    const names = groups.map(({ metadata }) => metadata.name);

    const parents = groups.flatMap(({ spec }) => spec?.parent ?? []);

    expect(names).toEqual(expect.arrayContaining(parents));
    expect(new Set(parents).size).toBe(5);
  });

  it('names one owner that is in no catalog, and keeps no history of one service', () => {
    const groups = new Set(
      halden.entities
        .filter(({ kind }) => kind === 'Group')
        .map(({ metadata }) => `group:default/${metadata.name}`),
    );
    const services = halden.entities.filter(({ kind }) => kind === 'Component');
    const told = new Set(
      lines
        .filter(isOwnerLine)
        .map(line => ownerChangeSchema.parse(line).entityRef),
    );

    const dangling = services.filter(
      ({ spec }) => !groups.has(String(spec?.owner)),
    );
    const untold = services.filter(
      ({ metadata }) => !told.has(`component:default/${metadata.name}`),
    );

    expect(dangling.map(({ metadata }) => metadata.name)).toEqual([
      'coupon-engine',
    ]);
    expect(untold.map(({ metadata }) => metadata.name)).toEqual(['gift-cards']);
  });

  it('has people in each team, and knows everybody who writes or reads a change', () => {
    const users = halden.entities.filter(({ kind }) => kind === 'User');
    const logins = users.map(
      ({ metadata }) => metadata.annotations?.['github.com/user-login'],
    );
    const sizes = halden.plan.teams.map(
      ({ name }) =>
        users.filter(({ spec }) => isEqual(spec?.memberOf, [name])).length,
    );
    const changes = events.flatMap(e => (e.kind === 'change' ? [e] : []));
    const people = changes.flatMap(({ author, authorKind, reviews = [] }) => [
      ...(authorKind === 'person' ? [author] : []),
      ...reviews.map(({ by }) => by),
    ]);

    const strangers = people.filter(
      name => !logins.includes(name?.slice('github:'.length)),
    );

    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
    expect(people.length).toBeGreaterThan(5_000);
    expect(strangers).toEqual([]);
  });

  it('breaks payments-api under both of its owners', () => {
    const handOver = now - 45 * day;
    const [paged] = halden.entities
      .filter(({ metadata }) => metadata.name === 'payments-api')
      .map(e => e.metadata.annotations?.['pagerduty.com/service-id']);

    const began = events
      .filter(e => e.subject === `pagerduty:${paged}`)
      .filter(e => e.kind === 'incident' && e.state === 'triggered')
      .map(({ at }) => at);

    expect(began.filter(at => at < handOver).length).toBeGreaterThan(3);
    expect(began.filter(at => at >= handOver).length).toBeGreaterThan(1);
  });

  it('hears no alert of Payments core in the last three weeks', () => {
    const paged = halden.entities
      .filter(({ spec }) => spec?.owner === 'group:default/payments-core')
      .map(
        e =>
          `pagerduty:${e.metadata.annotations?.['pagerduty.com/service-id']}`,
      );

    const late = events.filter(
      e =>
        e.kind === 'alert' &&
        e.state === 'firing' &&
        e.at > now - 21 * day &&
        paged.includes(e.subject),
    );

    expect(late).toEqual([]);
  });

  it('has records of a repository that no entity names', () => {
    const slugs = halden.entities.map(
      e => e.metadata.annotations?.['github.com/project-slug'],
    );

    expect(slugs).not.toContain('halden/old-cron');
    expect(events.some(e => e.subject === 'github:halden/old-cron')).toBe(true);
  });

  it('bills what it rolls out, of libraries whose releases are known', () => {
    const known = new Map(
      libraries(halden.plan).map(one => [one.package, one.releases]),
    );
    const reports = events.flatMap(e =>
      e.kind === 'report' && e.format === 'cyclonedx' ? [e] : [],
    );
    const deployed = new Set(
      events.flatMap(e => (e.kind === 'deployment' ? e.sha ?? [] : [])),
    );

    const unknown = reports.flatMap(({ at, components = [] }) =>
      components
        .map(({ purl }) => /^(pkg:npm.*)@(.*)$/.exec(purl))
        .filter(
          parts =>
            parts &&
            !known
              .get(parts[1])
              ?.some(one => one.version === parts[2] && one.at <= at),
        ),
    );

    expect(reports.length).toBeGreaterThan(500);
    // Later deployments come as webhooks.
    const early = reports.filter(({ at }) => at < now - 15 * day);
    expect(early.filter(({ sha = '' }) => !deployed.has(sha))).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it('tells a service the same in a company of 10,000, one service after another', () => {
    const size = { now, days: 30, teams: 12 };
    const small = createCompany({ ...size, services: 60 });
    const big = createCompany({ ...size, services: 10_000 });
    const firstBatch = (deliveries: Iterable<DemoDelivery>) => {
      for (const delivery of deliveries) {
        if (!delivery.body.startsWith('{"kind":"owner"')) return delivery;
      }
      return undefined;
    };

    expect(firstBatch(big.deliveries())).toEqual(
      firstBatch(small.deliveries()),
    );
    expect(
      big.entities.filter(({ kind }) => kind === 'Component'),
    ).toHaveLength(10_000);
  });
});
