import { join } from 'node:path';
import {
  FirstStepId,
  firstStepIds,
} from 'backstage-plugin-accountability-common';

interface Guide {
  guideOf(step: FirstStepId, url: string): { says: string; code?: string }[];
}

/** The portal hands them to nobody, so they are read where they stand. */
const guide = join(
  __dirname,
  '../../../../plugins/accountability/src/components/start/guideOf',
);

/** What the page of first steps has to be copied, by the sentence above it; `url` is the address of the API. */
export function textsToCopy(url: string): Map<string, string> {
  const { guideOf }: Guide = jest.requireActual(guide);
  return new Map(
    firstStepIds
      .flatMap(step => guideOf(step, url))
      .flatMap(({ says, code }) =>
        code === undefined ? [] : [[says, code] as const],
      ),
  );
}
