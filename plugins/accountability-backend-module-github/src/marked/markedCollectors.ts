import {
  Collector,
  defineCollector,
  Detect,
} from 'backstage-plugin-accountability-node';
import { pullRequestReader } from './pullRequestReader';
import { pushReader } from './pushReader';

/** The collectors that look for markers of tools, with those in force. */
export function markedCollectors(detect: Detect): Collector[] {
  return [
    defineCollector(pullRequestReader(detect)),
    defineCollector(pushReader(detect)),
  ];
}
