export { readLifecycles } from './lifecycles/readLifecycles';
export { readReleases } from './packages/readReleases';
export { readVulnerabilities } from './vulnerabilities/readVulnerabilities';
