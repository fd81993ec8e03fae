import { readInstant } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const instant = z.string().transform((text, context) => {
  const at = readInstant(text);
  if (at !== undefined) return at;
  context.addIssue('is no instant with a zone');
  return z.NEVER;
});

/** Go sends empty lists as null. */
const texts = z.array(z.string()).nullish().catch(undefined);
const optionalText = z.string().nullish().catch(undefined);

/** What was rolled out: one revision, or one for each source of an application of several. */
const revisions = { revision: optionalText, revisions: texts };

const deployed = z.object({
  ...revisions,
  deployStartedAt: instant.nullish(),
  deployedAt: instant,
});

/** What is read of an application, as the template of the README sends it; who synced it is not sent. */
export const application = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional()
    .catch(undefined),
  environment: optionalText,
  metadata: z.object({
    uid: z.string().regex(/^[\w-]{1,100}$/),
    name: z.string().regex(/^[\w.-]{1,253}$/),
  }),
  project: optionalText,
  destination: z
    .object({
      server: optionalText,
      name: optionalText,
      namespace: optionalText,
    })
    .nullish()
    .catch(undefined),
  operation: z
    .object({
      phase: z.string(),
      message: optionalText,
      startedAt: instant,
      finishedAt: instant.nullish(),
      dryRun: z.boolean().nullish(),
      partial: z.boolean().nullish(),
      images: texts,
      ...revisions,
    })
    .nullish(),
  history: z.array(deployed).nullish(),
});

/** An application of Argo CD: the last sync, and those that it still remembers. */
export type Application = z.output<typeof application>;

/** The sync that runs or ran last. */
export type Operation = NonNullable<Application['operation']>;

/** A sync that succeeded, as the history keeps it. */
export type Deployed = z.output<typeof deployed>;
