// Made by `npm run generate` from the files of this folder. Do not edit.
import { Collector } from 'backstage-plugin-accountability-node';
import { aside } from './aside';
import { build } from './build';
import { deployment } from './deployment';
import { issue } from './issue';
import { pipeline } from './pipeline';
import { polledMergeRequest } from './polledMergeRequest';
import { release } from './release';
import { tagPush } from './tagPush';
import { vulnerability } from './vulnerability';
import { workItem } from './workItem';

/** Every collector of this source. */
export const collectors: Collector[] = [
  aside,
  build,
  deployment,
  issue,
  pipeline,
  polledMergeRequest,
  release,
  tagPush,
  vulnerability,
  workItem,
];
