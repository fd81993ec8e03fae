import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { reasonToIgnore } from '../payloads/reasonToIgnore';
import { optionalWord } from '../payloads/optionalWord';

/** Everything that is understood and never recorded. */
export const aside = defineCollector({
  event: 'aside.*',
  schema: z.object({ object_kind: optionalWord, event_name: optionalWord }),
  collect: ({ object_kind: kind, event_name: name }) => ({
    ignored:
      reasonToIgnore(kind ?? name ?? '') ??
      'It says nothing about a service that is recorded',
  }),
});
