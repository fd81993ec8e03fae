export { readLifecycles } from './lifecycles/readLifecycles';
export { ListLoader } from './lists/ListLoader';
export { readConcerned } from './lists/readConcerned';
export { readListSettings } from './lists/readListSettings';
export { PackageReader } from './packages/PackageReader';
export { readPackageSources } from './packages/readPackageSources';
export { readReleases } from './packages/readReleases';
export { readVulnerabilities } from './vulnerabilities/readVulnerabilities';
