/** The rooms a room may import. `*` is every one; a package by its last name is its front door. */
export const mayImport: Record<string, string[]> = {
  common: [],
  'engine/time': ['common'],
  'engine/testing': [
    'common',
    'engine/time',
    'engine/contract',
    'engine/people',
    'engine/supply',
  ],
  'engine/benchmarks': ['common'],
  'engine/codeowners': [],
  'engine/knowledge': [],
  'engine/people': [],
  'engine/supply': ['common', 'engine/time'],
  'engine/changes': ['common', 'engine/time', 'engine/testing'],
  'engine/delivery': ['common', 'engine/time'],
  'engine/attribution': ['common', 'engine/time', 'engine/delivery'],
  'engine/facts': [
    'common',
    'engine/time',
    'engine/delivery',
    'engine/changes',
    'engine/codeowners',
    'engine/knowledge',
    'engine/people',
    'engine/supply',
    'engine/contract',
    'engine/testing',
  ],
  'engine/policy': [
    'common',
    'engine/time',
    'engine/contract',
    'engine/testing',
  ],
  'engine/contract': [
    'common',
    'engine/delivery',
    'engine/attribution',
    'engine/codeowners',
    'engine/knowledge',
    'engine/people',
    'engine/supply',
  ],
  'engine/scoring': [
    'common',
    'engine/time',
    'engine/contract',
    'engine/policy',
    'engine/attribution',
    'engine/testing',
  ],
  // What a gate says, from results of rules.
  'engine/gate': [
    'common',
    'engine/time',
    'engine/contract',
    'engine/policy',
    'engine/testing',
  ],
  'engine/assess': [
    'common',
    'engine/people',
    'engine/supply',
    'engine/time',
    'engine/contract',
    'engine/policy',
    'engine/delivery',
    'engine/attribution',
    'engine/scoring',
    'engine/testing',
  ],
  'engine/backtest': [
    'common',
    'engine/time',
    'engine/policy',
    'engine/assess',
  ],
  'engine/index': ['*'],
  node: ['common', 'engine'],
  'backend/database': ['common'],
  'backend/records': ['common', 'backend/database'],
  'backend/ownership': ['common', 'backend/database'],
  'backend/governance': ['common', 'backend/database'],
  'backend/codeowners': [
    'common',
    'engine',
    'backend/database',
    'backend/ownership',
  ],
  'backend/reference': ['common', 'engine', 'backend/database'],
  'backend/manifests': [
    'common',
    'engine',
    'backend/database',
    'backend/ownership',
    'backend/codeowners',
  ],
  'backend/ingestion': [
    'common',
    'node',
    'backend/database',
    'backend/records',
  ],
  // Facts that others measure.
  'backend/reported': [
    'common',
    'engine',
    'node',
    'backend/database',
    'backend/ownership',
  ],
  'backend/assessment': [
    'common',
    'engine',
    'node',
    'backend/database',
    'backend/records',
    'backend/ownership',
    'backend/codeowners',
    'backend/reference',
    'backend/manifests',
    'backend/governance',
    'backend/reported',
  ],
  'backend/gates': [
    'common',
    'engine',
    'node',
    'backend/database',
    'backend/ownership',
    'backend/governance',
    'backend/assessment',
  ],
  'backend/backtests': [
    'common',
    'engine',
    'backend/database',
    'backend/records',
    'backend/ownership',
    'backend/governance',
    'backend/assessment',
  ],
  // Who is told of what turned: owners, open pages, other plugins.
  'backend/telling': [
    'common',
    'backend/database',
    'backend/ownership',
    'backend/governance',
    'backend/assessment',
  ],
  'backend/api': [
    'common',
    'engine',
    'backend/database',
    'backend/records',
    'backend/ownership',
    'backend/codeowners',
    'backend/reference',
    'backend/manifests',
    'backend/governance',
    'backend/assessment',
    'backend/gates',
    'backend/backtests',
    'backend/reported',
    'backend/ingestion',
  ],
  // What agents may ask: the routes, by another door.
  'backend/actions': [
    'common',
    'engine',
    'backend/database',
    'backend/ownership',
    'backend/governance',
    'backend/assessment',
    'backend/gates',
    'backend/api',
  ],
  'backend/wiring': ['*'],
  module: ['common', 'node'],
  portal: ['common'],
  'foreign-module': ['common'],
  cli: ['common', 'engine'],
  demo: ['common'],
  bench: ['common', 'engine', 'node', 'backend', 'module'],
  app: ['portal'],
  start: ['backend', 'module', 'foreign-module'],
  'house-rules': [],
};

/** Files through which a room is entered besides its index. */
export const doors: Record<string, RegExp> = {
  'engine/contract': /\.ts$/,
  // It has no index of its own: the engine's is everybody's.
  'engine/assess': /\/judgeService\.ts$/,
  'backend/database': /\.ts$/,
};

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
