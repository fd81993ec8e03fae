import { defineCollector } from 'backstage-plugin-accountability-node';
import { pullRequestReader } from '../marked/pullRequestReader';
import { usualDetect } from '../payloads/usualDetect';

/** Anything happened to a pull request; every payload brings all of it. */
export const pullRequest = defineCollector(pullRequestReader(usualDetect));
