import { Config, ConfigReader } from '@backstage/config';
import { ChangeProvenance } from 'backstage-plugin-accountability-common';
import { GivenChange, provenanceDetector } from './provenanceDetector';
import { readProvenanceMarkers } from './readProvenanceMarkers';
import { toChangeProvenance } from './toChangeProvenance';

/** Reads the markers on a change, as record events say them, and keeps nobody that is in it. */
export type Detect = (change: GivenChange) => ChangeProvenance;

/** Longest message of a commit that is read, and longest text of a request. */
const mostOfMessage = 4000;
const mostOfText = 20_000;

/**
 * Makes the reader of the markers in force; of those that are known, without a
 * configuration. Throws `InputError` where that cannot be meant so.
 */
export function createDetect(config: Config = new ConfigReader({})): Detect {
  const detect = provenanceDetector(readProvenanceMarkers(config));
  return change => {
    const { commits, text } = change;
    const detected = detect({
      ...change,
      text: text && cutMiddle(text, mostOfText),
      commits: commits.map(commit => ({
        ...commit,
        message: cutMiddle(commit.message, mostOfMessage),
      })),
    });
    return toChangeProvenance(detected, commits.length);
  };
}

/** What tools add stands at the beginning of a text or at its end. */
function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = most / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}
