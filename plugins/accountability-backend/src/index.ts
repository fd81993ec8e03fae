export { accountabilityPlugin as default } from './plugin';
