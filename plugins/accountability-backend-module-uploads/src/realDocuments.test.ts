import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedData } from 'backstage-plugin-accountability-node/testUtils';
import { collectUpload } from './__testUtils__/collectUpload';
import { eventsOf } from './__testUtils__/eventsOf';
import { createUploadSources } from './createUploadSources';

const folders = {
  sarif: sharedData('sarif'),
  cyclonedx: sharedData('cyclonedx'),
  history: sharedData('git-history'),
};

function filesBelow(
  root: string | undefined,
): { name: string; body: Buffer }[] {
  if (!root) return [];
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(name => ({ name, file: path.join(root, name) }))
    .filter(({ file }) => fs.statSync(file).isFile())
    .map(({ name, file }) => ({ name, body: fs.readFileSync(file) }));
}

const verdictsOf = (source: 'sarif' | 'cyclonedx') =>
  filesBelow(folders[source]).map(({ name, body }) => ({
    name: path.basename(name),
    status: collectUpload(source, body).status,
  }));

(folders.sarif ? describe : describe.skip)('real files of SARIF', () => {
  it('are taken, but for those that are none', () => {
    const verdicts = verdictsOf('sarif');

    expect(verdicts.length).toBeGreaterThan(30);
    expect(verdicts.filter(({ status }) => status !== 'accepted')).toEqual([
      { name: 'invalid-sarif.sarif', status: 'rejected' },
      { name: 'tool-names.sarif', status: 'rejected' },
      { name: 'ExceptionalConditions__Empty runs.sarif', status: 'ignored' },
      { name: 'ExceptionalConditions__No runs.sarif', status: 'ignored' },
    ]);
  });

  it('give findings once their category says that they are of security', () => {
    const of = (name: string) => {
      const file = filesBelow(folders.sarif).find(each =>
        each.name.endsWith(name),
      );
      const collected = collectUpload('sarif', file?.body, {
        category: 'security',
      });
      return collected.status === 'accepted'
        ? collected.events.map(event => event.state)
        : [];
    };

    expect(of('Suppressions.sarif').sort()).toEqual([
      ...Array(3).fill('dismissed'),
      ...Array(6).fill('open'),
      'uploaded',
    ]);
    expect(of('Baseline.sarif').sort()).toEqual([
      ...Array(3).fill('open'),
      'uploaded',
    ]);
  });
});

(folders.cyclonedx ? describe : describe.skip)(
  'real bills of materials',
  () => {
    it('are all taken', () => {
      const verdicts = verdictsOf('cyclonedx');

      expect(verdicts.length).toBeGreaterThan(10);
      expect(verdicts.filter(({ status }) => status !== 'accepted')).toEqual(
        [],
      );
    });

    it.each([
      {
        given: 'juice-shop__via_npm__bare__bom.1.4.json',
        all: 978,
        direct: 71,
      },
      { given: 'proton-bridge-v1.8.0.bom.json', all: 201, direct: 56 },
      { given: 'laravel-7.12.0__bom.1.4.json', all: 62, direct: 1 },
      { given: 'keycloak-10.0.2__bom.json', all: 903, direct: undefined },
      { given: 'CBOM__Protocol__bom.json', all: undefined },
      { given: 'Case-2__vex.json', all: undefined },
    ])('keep $all packages of $given, $direct direct', ({ given, ...of }) => {
      const file = filesBelow(folders.cyclonedx).find(({ name }) =>
        name.endsWith(given),
      );

      const [report] = eventsOf(collectUpload('cyclonedx', file?.body)).reports;

      expect(report.components?.length).toBe(of.all);
      expect(report.tellsDirect).toBe(of.all && of.direct !== undefined);
      expect(report.components?.filter(({ direct }) => direct).length).toBe(
        of.all && (of.direct ?? 0),
      );
    });
  },
);

(folders.history ? describe : describe.skip)('a history of commits', () => {
  it('is no upload of any source', () => {
    const [{ body }] = filesBelow(folders.history);
    const text = gunzipSync(body).toString('utf8');

    const verdicts = createUploadSources().map(
      ({ id }) => collectUpload(id, text).status,
    );

    expect(new Set(verdicts)).toEqual(new Set(['rejected']));
  });
});
