export { ManifestReader } from './ManifestReader';
export { manifestsOf } from './manifestsOf';
export { readManifestStates } from './readManifestStates';
export { readRuntimes } from './readRuntimes';
