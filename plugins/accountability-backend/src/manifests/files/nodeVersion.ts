import { Manifest } from './Manifest';
import { nvmrc } from './nvmrc';

/** `.node-version`, as `.nvmrc`. */
export const nodeVersion: Manifest = { ...nvmrc, path: '.node-version' };
