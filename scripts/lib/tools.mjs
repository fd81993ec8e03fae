import { inRoot } from './paths.mjs';

// Called through Node and not through node_modules/.bin, which differs on Windows.
export const backstageCli = inRoot(
  'node_modules/@backstage/cli/bin/backstage-cli',
);
export const tsc = inRoot('node_modules/typescript/bin/tsc');
export const prettier = inRoot('node_modules/prettier/bin-prettier.js');
export const jscpd = inRoot('node_modules/jscpd/bin/jscpd');
export const knip = inRoot('node_modules/knip/bin/knip.js');

/** Lets Node run the workspace's TypeScript sources. */
export const nodeTransform = inRoot(
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);
