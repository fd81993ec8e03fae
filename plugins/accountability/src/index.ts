export { accountabilityPlugin as default } from './plugin';
export { accountabilityApiRef } from './api';
export { accountabilityTranslationRef } from './text';
