import { Config } from '@backstage/config';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import { createUploadSource } from './createUploadSource';
import { formats } from './formats/formats';
import { createGitLogSource } from './gitLog/createGitLogSource';

/**
 * The sources of what CI uploads, one a form; and of a clone's history, read for
 * the markers that the configuration puts in force. Throws `InputError` where
 * that cannot be meant so.
 */
export function createUploadSources(config?: Config): DeliverySource[] {
  return [...formats.map(createUploadSource), createGitLogSource(config)];
}
