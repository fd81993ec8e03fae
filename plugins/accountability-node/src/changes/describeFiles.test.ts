import { changeEventSchema } from 'backstage-plugin-accountability-common';
import { describeFiles } from './describeFiles';
import { kindOfPath } from './kindOfPath';

describe('what a path holds', () => {
  it.each([
    ['package-lock.json', 'lockfile'],
    ['web/yarn.lock', 'lockfile'],
    ['go.sum', 'lockfile'],
    ['Cargo.lock', 'lockfile'],
    ['vendor/github.com/acme/x.go', 'vendored'],
    ['web/node_modules/a/index.js', 'vendored'],
    ['third_party/zlib/inflate.c', 'vendored'],
    ['api/payments.pb.go', 'generated'],
    ['src/registry.generated.ts', 'generated'],
    ['proto/payments_pb2.py', 'generated'],
    ['web/dist/app.js', 'generated'],
    ['public/app.min.js', 'generated'],
    ['src/__snapshots__/page.test.tsx.snap', 'generated'],
    ['src/pay.test.ts', 'test'],
    ['src/pay.spec.tsx', 'test'],
    ['pay_test.go', 'test'],
    ['tests/test_pay.py', 'test'],
    ['src/test/java/acme/PayTest.java', 'test'],
    ['spec/pay_spec.rb', 'test'],
    ['tests/testthat/picture.png', 'other'],
    ['src/pay.ts', 'source'],
    ['src/contest.ts', 'source'],
    ['src/latest.go', 'source'],
    ['db/schema.sql', 'source'],
    ['vendors.ts', 'source'],
    // Kubernetes and others keep scripts there.
    ['build/run.sh', 'source'],
    ['README.md', 'other'],
    ['config/app.yaml', 'other'],
    ['Dockerfile', 'other'],
  ])('%s is %s', (path, gives) => {
    expect(kindOfPath(path)).toBe(gives);
  });
});

describe('the files of a change', () => {
  const file = (path: string, additions = 10, deletions = 1) => ({
    path,
    additions,
    deletions,
  });

  it('count without lockfiles, generated and vendored ones', () => {
    const given = [
      file('src/pay.ts'),
      file('src/pay.test.ts', 5),
      file('README.md', 2, 0),
      file('yarn.lock', 9000),
      file('vendor/a/b.go', 500),
      file('dist/app.js', 500),
    ];

    expect(describeFiles(given, { complete: true })).toEqual({
      paths: given.map(({ path }) => path),
      code: { files: 3, sources: 1, tests: 1, additions: 17, deletions: 2 },
    });
  });

  it.each([
    { given: 'not all files are told', files: [file('a.ts')], complete: false },
    {
      given: 'lines of one were not counted',
      files: [file('a.ts'), { path: 'b.ts' }],
      complete: true,
    },
  ])('have no size where $given', ({ files, complete }) => {
    expect(describeFiles(files, { complete }).code).toBeUndefined();
  });

  it('have a size where only lines of a lockfile were not counted', () => {
    const given = [file('a.ts'), { path: 'yarn.lock' }];

    expect(describeFiles(given, { complete: true }).code?.files).toBe(1);
  });

  it('are cut to what a record keeps, and the size stays whole', () => {
    const given = Array.from({ length: 300 }, (_, i) => file(`src/${i}.ts`, 1));

    const { paths, code } = describeFiles(given, { complete: true });

    expect(changeEventSchema.shape.paths.safeParse(paths).success).toBe(true);
    expect(code?.files).toBe(300);
  });
});
