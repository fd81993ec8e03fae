import { join } from 'node:path';
import { createCompany } from '../company/createCompany';
import { libraries } from '../company/libraries';
import { writeCatalog } from '../company/writeCatalog';
import { writeReleases } from '../company/writeReleases';
import { CommandOptions } from './CommandOptions';

/** Writes Halden's catalog below the data folder, and when the libraries of its services were released. */
export async function catalogCommand({
  dataDir,
  state,
  say,
}: CommandOptions): Promise<void> {
  const { entities, plan } = createCompany(state);
  await writeCatalog(join(dataDir, 'catalog'), entities);
  await writeReleases(
    join(dataDir, 'reference', 'releases.jsonl'),
    libraries(plan),
  );
  const services = entities.filter(({ kind }) => kind === 'Component').length;
  const groups = entities.filter(({ kind }) => kind === 'Group').length;
  say(`Halden's catalog: ${services} services, ${groups} groups`);
}
