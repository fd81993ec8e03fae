export { ManifestReader } from './ManifestReader';
export { manifestsOf } from './manifestsOf';
export { readRuntimes } from './readRuntimes';
