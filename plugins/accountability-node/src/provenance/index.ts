export { createDetect } from './createDetect';
export type { Detect } from './createDetect';
export { createIsMachine } from './createIsMachine';
export type { GivenAccount, IsMachine } from './createIsMachine';
export { isMachine } from './isMachine';
export { provenanceMarkerSchema } from './ProvenanceMarker';
export type { ProvenanceMarker } from './ProvenanceMarker';
export { provenanceDetector } from './provenanceDetector';
export type {
  GivenChange,
  GivenCommit,
  Provenance,
  ProvenanceEvidence,
} from './provenanceDetector';
export { provenanceMarkers } from './provenanceMarkers';
export { readProvenanceMarkers } from './readProvenanceMarkers';
export { toChangeProvenance } from './toChangeProvenance';
