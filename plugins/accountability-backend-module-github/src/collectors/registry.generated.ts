// Made by `npm run generate` from the files of this folder. Do not edit.
import { Collector } from 'backstage-plugin-accountability-node';
import { deployment } from './deployment';
import { deploymentStatus } from './deploymentStatus';
import { ping } from './ping';

/** Every collector of this source. */
export const collectors: Collector[] = [
  deployment,
  deploymentStatus,
  ping,
];
