export { ManifestReader } from './ManifestReader';
export { manifestList } from './manifestList';
export { manifestsOf } from './manifestsOf';
export { readManifestStates } from './readManifestStates';
export { readRuntimes } from './readRuntimes';
