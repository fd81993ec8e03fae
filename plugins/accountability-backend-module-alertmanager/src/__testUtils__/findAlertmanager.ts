import fs from 'node:fs';
import path from 'node:path';

/** Debian's name, and the project's own. */
const names = ['prometheus-alertmanager', 'alertmanager'];

/** The Alertmanager on the PATH; undefined, with a message, where there is none. A test skips then. */
export function findAlertmanager(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders
    .flatMap(folder => names.map(name => path.join(folder, name)))
    .find(file => fs.existsSync(file));
  if (!found) {
    process.stderr.write(`Skipped: there is no ${names.join(' or ')}\n`);
  }
  return found;
}
