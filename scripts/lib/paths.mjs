import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things are in the tree. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** A path inside the project. */
export const inRoot = (...parts) => path.join(root, ...parts);

export const toolchainDir = inRoot('.toolchain');
export const logsDir = inRoot('.data', 'logs');
