import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { cdEvent, optionalName, reference } from './cdEvent';

/** What is read of an event about a run of a pipeline or a task; `url` is what `uri` was called before 0.5. */
export const runPayload = cdEvent(
  z.object({
    pipelineName: optionalName,
    taskName: optionalName,
    pipelineRun: reference.nullish(),
    uri: optionalLink,
    url: optionalLink,
    outcome: optionalName,
  }),
);

/** An event about a run of a pipeline or a task. */
export type RunPayload = z.output<typeof runPayload>;
