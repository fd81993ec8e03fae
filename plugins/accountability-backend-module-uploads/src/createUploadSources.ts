import { DeliverySource } from 'backstage-plugin-accountability-node';
import { createUploadSource } from './createUploadSource';
import { formats } from './formats/formats';

/** The sources of what CI uploads, one a form. */
export function createUploadSources(): DeliverySource[] {
  return formats.map(createUploadSource);
}
