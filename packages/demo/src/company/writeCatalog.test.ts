import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { createCompany } from './createCompany';
import { writeCatalog } from './writeCatalog';

describe('writeCatalog', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'halden-'));
  });

  afterEach(() => rm(dir, { recursive: true }));

  it('writes files that read back as the same entities', async () => {
    const { entities } = createCompany({
      now: Date.parse('2026-11-23T12:00:00Z'),
      services: 1200,
      days: 1,
    });

    const paths = await writeCatalog(dir, entities);

    const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')));
    const back = texts.flatMap(text =>
      parseAllDocuments(text).map(document => document.toJS()),
    );
    expect(back).toEqual(entities);
    expect(paths).toHaveLength(6);
  });
});
