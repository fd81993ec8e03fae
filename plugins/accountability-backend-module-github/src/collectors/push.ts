import { defineCollector } from 'backstage-plugin-accountability-node';
import { pushReader } from '../marked/pushReader';
import { usualDetect } from '../payloads/usualDetect';

/** Commits came to the default branch. */
export const push = defineCollector(pushReader(usualDetect));
