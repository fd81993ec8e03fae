import { compileMapping } from './compileMapping';
import { mappingSchema } from './mappingSchema';
import { Target } from './targets';

const sourceName = 'govuk';

function mapperOf(target: Target, mapping: object) {
  const compiled = compileMapping(mappingSchema.parse(mapping), {
    target,
    sourceName,
  });
  if (!compiled.ok) throw new Error(compiled.because.join('; '));
  return compiled.mapper;
}

const deployment = {
  fields: {
    record: 'govuk:deployment:{n}',
    subject: 'generic:{app}',
    at: '{when}',
    environment: '{env}',
    version: '{version}',
  },
  values: { environment: { prod: 'production' } },
};
const row = {
  n: '7',
  app: 'frontend',
  when: '2026-06-01T08:36:50Z',
  env: 'prod',
  version: 'v2',
};

describe('compileMapping', () => {
  it.each<{
    given: string;
    target: Target;
    mapping: object;
    row: Record<string, unknown>;
    gives: object;
  }>([
    {
      given: 'a deployment with one instant',
      target: 'deployments',
      mapping: deployment,
      row,
      gives: {
        status: 'mapped',
        events: [
          {
            kind: 'deployment',
            record: 'govuk:deployment:7',
            subject: 'generic:frontend',
            at: '2026-06-01T08:36:50Z',
            environment: 'production',
            version: 'v2',
            state: 'finished',
            result: 'success',
          },
        ],
      },
    },
    {
      given: 'an empty column of an optional field',
      target: 'deployments',
      mapping: deployment,
      row: { ...row, env: '', version: ' ' },
      gives: {
        status: 'mapped',
        events: [
          {
            kind: 'deployment',
            record: 'govuk:deployment:7',
            subject: 'generic:frontend',
            at: '2026-06-01T08:36:50Z',
            state: 'finished',
            result: 'success',
          },
        ],
      },
    },
    {
      given: 'an empty column of a needed field',
      target: 'deployments',
      mapping: deployment,
      row: { ...row, app: '' },
      gives: { status: 'refused', because: expect.stringContaining('subject') },
    },
    {
      given: 'a time without a zone',
      target: 'deployments',
      mapping: deployment,
      row: { ...row, when: '2026-06-01 08:36:50' },
      gives: { status: 'refused', because: expect.stringContaining('zone') },
    },
    {
      given: 'a time without a zone and a mapping that says which',
      target: 'ownership',
      mapping: {
        fields: {
          entityRef: 'component:default/{app}',
          owner: 'group:default/{team|strip:#|lower}',
          at: '{when}',
        },
        times: { format: 'yyyy-MM-dd HH:mm:ss', zone: 'Europe/London' },
      },
      row: { app: 'frontend', team: '#Search', when: '2026-06-01 08:36:50' },
      gives: {
        status: 'mapped',
        events: [
          {
            kind: 'owner',
            entityRef: 'component:default/frontend',
            owner: 'group:default/search',
            at: '2026-06-01T07:36:50.000Z',
          },
        ],
      },
    },
    {
      given: 'a row that a condition leaves out',
      target: 'deployments',
      mapping: { ...deployment, skip: [{ column: 'env', in: ['prod'] }] },
      row,
      gives: { status: 'skipped' },
    },
    {
      given: 'an expression and a replaced value',
      target: 'ownership',
      mapping: {
        fields: {
          entityRef: 'component:default/{repo|slug}',
          owner: 'group:default/{team|match:^#govuk-(.*)$}',
          at: '{when}',
        },
        values: {
          owner: { 'group:default/publishing': 'group:default/publishers' },
        },
      },
      row: { repo: 'Smart Answers', team: '#govuk-publishing', when: row.when },
      gives: {
        status: 'mapped',
        events: [
          {
            kind: 'owner',
            entityRef: 'component:default/smart-answers',
            owner: 'group:default/publishers',
            at: row.when,
          },
        ],
      },
    },
    {
      given: 'an incident with its end and a named cause',
      target: 'incidents',
      mapping: {
        fields: {
          record: 'pages:incident:{id}',
          subject: 'pages:{service.name}',
          at: '{opened}',
          resolvedAt: '{closed}',
          causeSha: '{sha}',
        },
      },
      row: {
        id: 3,
        service: { name: 'api' },
        opened: '2026-06-01T08:00:00Z',
        closed: '2026-06-01T09:00:00Z',
        sha: 'abc123',
      },
      gives: {
        status: 'mapped',
        events: [
          {
            kind: 'incident',
            record: 'pages:incident:3',
            subject: 'pages:api',
            at: '2026-06-01T08:00:00Z',
            state: 'triggered',
            cause: { by: 'person', sha: 'abc123' },
          },
          {
            kind: 'incident',
            record: 'pages:incident:3',
            subject: 'pages:api',
            at: '2026-06-01T09:00:00Z',
            state: 'resolved',
          },
        ],
      },
    },
    {
      given: 'no fields: the row is an event in our own words',
      target: 'deployments',
      mapping: {},
      row: {
        kind: 'deployment',
        record: 'x:1',
        subject: 'x:y',
        state: 'finished',
        at: row.when,
      },
      gives: {
        status: 'mapped',
        events: [
          {
            kind: 'deployment',
            record: 'x:1',
            subject: 'x:y',
            state: 'finished',
            at: row.when,
          },
        ],
      },
    },
  ])('$given', ({ target, mapping, row: values, gives }) => {
    expect(mapperOf(target, mapping).map(values)).toEqual(gives);
  });

  it('makes up the same record id for the same row, and another for another', () => {
    const fields = {
      subject: 'generic:{app}',
      at: '{when}',
      version: '{version}',
    };
    const mapper = mapperOf('deployments', { fields });
    const idOf = (values: object) => JSON.stringify(mapper.map({ ...values }));

    expect(idOf(row)).toBe(idOf({ ...row }));
    expect(idOf(row)).toContain('"govuk:deployment:');
    expect(idOf(row)).not.toBe(idOf({ ...row, version: 'v3' }));
  });

  it.each<{ given: string; mapping: object; because: string }>([
    {
      given: 'an unknown field',
      mapping: { fields: { ...deployment.fields, colour: '{app}' } },
      because: 'deployments have no field "colour"',
    },
    {
      given: 'a needed field left out',
      mapping: { fields: { subject: 'generic:{app}' } },
      because: 'the field "at" of deployments is not mapped',
    },
    {
      given: 'an unknown filter',
      mapping: { fields: { ...deployment.fields, sha: '{sha|rot13}' } },
      because: 'there is no filter "rot13"',
    },
    {
      given: 'a brace without its twin',
      mapping: { fields: { ...deployment.fields, sha: '{sha' } },
      because: 'a brace without its twin',
    },
    {
      given: 'an expression that is none',
      mapping: { ...deployment, skip: [{ column: 'env', matches: '(' }] },
      because: '"(" is not a regular expression',
    },
  ])('says what is wrong with $given', ({ mapping, because }) => {
    const compiled = compileMapping(mappingSchema.parse(mapping), {
      target: 'deployments',
      sourceName,
    });

    expect(compiled).toEqual({
      ok: false,
      because: expect.arrayContaining([expect.stringContaining(because)]),
    });
  });
});
