import { join } from 'node:path';
import { createCompany } from '../company/createCompany';
import { writeCatalog } from '../company/writeCatalog';
import { CommandOptions } from './CommandOptions';

/** Writes Halden's catalog below the data folder. */
export async function catalogCommand({
  dataDir,
  state,
  say,
}: CommandOptions): Promise<void> {
  const { entities } = createCompany(state);
  await writeCatalog(join(dataDir, 'catalog'), entities);
  const services = entities.filter(({ kind }) => kind === 'Component').length;
  const groups = entities.filter(({ kind }) => kind === 'Group').length;
  say(`Halden's catalog: ${services} services, ${groups} groups`);
}
