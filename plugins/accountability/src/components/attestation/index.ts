export { AttestationDialog } from './AttestationDialog';
export { AttestationSection } from './AttestationSection';
export { keptWords } from './keptWords';
export { whoMayAttest } from './whoMayAttest';
