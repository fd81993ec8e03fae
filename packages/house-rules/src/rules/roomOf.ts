const packages: [RegExp, string][] = [
  [/^plugins\/accountability-common\//, 'common'],
  [/^plugins\/accountability-node\//, 'node'],
  [/^plugins\/accountability-backend-module-/, 'module'],
  // Modules of plugins of others, which ask ours over HTTP.
  [/^plugins\/(catalog|search)-backend-module-/, 'foreign-module'],
  [/^plugins\/accountability-cli\//, 'cli'],
  [/^plugins\/accountability\//, 'portal'],
  [/^packages\/demo\//, 'demo'],
  [/^packages\/bench\//, 'bench'],
  [/^packages\/app\//, 'app'],
  [/^packages\/backend\//, 'start'],
  [/^packages\/house-rules\//, 'house-rules'],
];

/**
 * The engine's shapes, which all its rooms share. Assessing knows what a fact is and no
 * single fact: facts are handed in, so a stranger's fact is equal to ours.
 */
const contract =
  /^(assessTypes|facts\/defineFact|policy\/(CompiledPolicy|PolicyEngine))\.ts$/;

/** The room a file is in, or undefined for a place that the table does not know. */
export function roomOf(path: string): string | undefined {
  const engine = /^plugins\/accountability-engine\/src\/(.+)$/.exec(path)?.[1];
  if (engine) {
    if (contract.test(engine)) return 'engine/contract';
    if (engine.includes('/')) return `engine/${engine.split('/')[0]}`;
    return engine === 'index.ts' ? 'engine/index' : 'engine/assess';
  }
  const backend = /^plugins\/accountability-backend\/src\/(.+)$/.exec(
    path,
  )?.[1];
  if (backend) {
    const room = backend.includes('/') ? backend.split('/')[0] : 'wiring';
    return `backend/${room}`;
  }
  return packages.find(([folder]) => folder.test(path))?.[1];
}

/** The room behind a package's name, or undefined for packages of others. */
export function roomOfPackage(name: string): string | undefined {
  if (/^backstage-plugin-accountability-backend-module-/.test(name))
    return 'module';
  if (/^backstage-plugin-(catalog|search)-backend-module-/.test(name))
    return 'foreign-module';
  if (name === 'backstage-plugin-accountability') return 'portal';
  return /^backstage-plugin-accountability-(\w+)$/.exec(name)?.[1];
}
