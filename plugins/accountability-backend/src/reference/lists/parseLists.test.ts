import { epssOf, kevOf, lifecyclesOf } from './__testUtils__/writtenLists';
import { ListName } from './ReferenceList';
import { referenceLists } from './referenceLists';

const parse = (name: ListName, text: string) =>
  referenceLists[name].parse(Buffer.from(text));
const about = '#model_version:v2026.03.17,score_date:2026-11-23T12:55:00Z';
const day = (text: string) => Date.parse(text);

describe('lists as they are published', () => {
  it('say when they were made, by their version where they leave out the instant', async () => {
    const kev = {
      catalogVersion: '2026.11.22',
      vulnerabilities: [{ cveID: ' cve-2026-0001', dateAdded: '2026-11-20' }],
    };

    expect(await parse('kev', `\uFEFF${JSON.stringify(kev)}`)).toEqual({
      status: 'read',
      asOf: day('2026-11-22'),
      entries: new Map([['CVE-2026-0001', '2026-11-20']]),
    });
  });

  it('may have more columns, in any order, and lines of Windows', async () => {
    const text = `${about}\r\npercentile,EPSS,new,CVE\r\n0.5,0.25,,cve-2026-0001\r\n`;

    expect(await parse('epss', text)).toEqual({
      status: 'read',
      asOf: day('2026-11-23T12:55:00Z'),
      entries: new Map([['CVE-2026-0001', 0.25]]),
    });
  });

  it.each([
    {
      given: 'the day from which it is not cared for',
      release: { isEol: false, eolFrom: '2027-04-30' },
      gives: { eolFrom: day('2027-04-30') },
    },
    {
      given: 'that it is at its end',
      release: { isEol: true, eolFrom: null },
      gives: { isEol: true },
    },
    {
      given: 'that it is not',
      release: { isEol: false },
      gives: { isEol: false },
    },
    { given: 'nothing of it', release: {}, gives: {} },
  ])('tell of a release $given', async ({ release, gives }) => {
    const list = {
      generated_at: '2026-11-23T00:10:00+00:00',
      result: [
        {
          name: 'nodejs',
          label: 'Node.js',
          identifiers: [
            { type: 'purl', id: 'pkg:generic/node@22?arch=any' },
            { type: 'purl', id: 'pkg:generic/node' },
            { type: 'purl', id: 'pkg:generic/node@%ff' },
            { type: 'purl', id: 'node' },
            { type: 'repology', id: 'nodejs' },
          ],
          releases: [{ name: '22', ...release }],
        },
      ],
    };

    const parsed = await parse('lifecycles', JSON.stringify(list));

    expect(parsed).toEqual({
      status: 'read',
      asOf: day('2026-11-23T00:10:00Z'),
      entries: new Map([
        [
          'nodejs',
          JSON.stringify({
            product: 'nodejs',
            title: 'Node.js',
            packages: ['pkg:generic/node'],
            cycles: [{ name: '22', ...gives }],
          }),
        ],
      ]),
    });
  });

  it.each<{ given: string; name: ListName; text: string; says: string }>([
    {
      given: 'a day that is none',
      name: 'kev',
      text: kevOf({ 'CVE-2026-0001': 'yesterday' }),
      says: 'vulnerabilities.0.dateAdded',
    },
    {
      given: 'a name that is none',
      name: 'kev',
      text: kevOf({ "'; drop table": '2026-11-20' }),
      says: 'vulnerabilities.0.cveID',
    },
    {
      given: 'no instant at which it was made',
      name: 'kev',
      text: JSON.stringify({
        vulnerabilities: [{ cveID: 'CVE-2026-0001', dateAdded: '2026-11-20' }],
      }),
      says: 'neither dateReleased nor catalogVersion',
    },
    {
      given: 'a line that was cut off',
      name: 'epss',
      text: epssOf({ 'CVE-2026-0001': 0.5 }).slice(0, -2),
      says: 'does not end with a line break',
    },
    {
      given: 'a line that lost its end',
      name: 'epss',
      text: `${epssOf({ 'CVE-2026-0001': 0.5 })}CVE-2026-0002,0.\n`,
      says: 'line 4 is no score',
    },
    {
      given: 'a score that is none',
      name: 'epss',
      text: epssOf({ 'CVE-2026-0001': 1.5 }),
      says: 'line 3 is no score',
    },
    {
      given: 'an empty score',
      name: 'epss',
      text: `${epssOf({})}CVE-2026-0002,,0.5\n`,
      says: 'line 3 is no score',
    },
    {
      given: 'no scores',
      name: 'epss',
      text: epssOf({}),
      says: 'there is no score',
    },
    {
      given: 'no day',
      name: 'epss',
      text: 'cve,epss,percentile\nCVE-2026-0001,0.5,0.5\n',
      says: 'no score_date',
    },
    {
      given: 'other columns',
      name: 'epss',
      text: `${about}\nid,score\nCVE-2026-0001,0.5\n`,
      says: 'no columns cve and epss',
    },
    {
      given: 'JSON of the former version',
      name: 'lifecycles',
      text: '["nodejs","python"]',
      says: 'not the JSON of this list',
    },
    {
      given: 'an end that is no day',
      name: 'lifecycles',
      text: lifecyclesOf({ nodejs: 'soon' }),
      says: 'result.0.releases.0.eolFrom',
    },
  ])('are refused with $given', async ({ name, text, says }) => {
    expect(await parse(name, text)).toEqual({
      status: 'fault',
      because: expect.stringContaining(says),
    });
  });
});
