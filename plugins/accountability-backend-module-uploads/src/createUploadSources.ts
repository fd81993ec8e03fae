import {
  DeliverySource,
  ProvenanceMarker,
  provenanceMarkers,
} from 'backstage-plugin-accountability-node';
import { createUploadSource } from './createUploadSource';
import { formats } from './formats/formats';
import { createGitLogSource } from './gitLog/createGitLogSource';

/** The sources of what CI uploads, one a form; and of a clone's history, read with the markers in force. */
export function createUploadSources(
  markers: readonly ProvenanceMarker[] = provenanceMarkers,
): DeliverySource[] {
  return [...formats.map(createUploadSource), createGitLogSource(markers)];
}
