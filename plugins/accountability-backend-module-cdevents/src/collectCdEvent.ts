import {
  Collected,
  CollectorContext,
  collectWith,
  describeIssues,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { CloudEvent } from './cloudevents/CloudEvent';
import { collectors } from './collectors/registry.generated';

const collect = collectWith(collectors);

const head = z.object({
  context: z.object({
    type: z.string(),
    specversion: z.string().optional(),
    version: z.string().optional(),
  }),
});

const NUMBERS = String.raw`(\d+)\.\d+(?:\.\d+)?(?:[-+][0-9A-Za-z.+-]+)?`;
const VERSION = new RegExp(`^v?${NUMBERS}$`);
const TYPE = new RegExp(`^dev\\.cdevents\\.([a-z]+\\.[a-z]+)\\.${NUMBERS}$`);

/** Another major version may mean something else by the same words. */
const MAJOR = '0';

/**
 * Reads one CDEvent. Minor versions of the specification and of the event may
 * be any: what is read of an event has been the same in all of them.
 */
export function collectCdEvent(
  { type, data }: CloudEvent,
  context: CollectorContext,
): Collected {
  const read = head.safeParse(data);
  if (!read.success) {
    return type !== undefined && !type.startsWith('dev.cdevents.')
      ? collect({ type, payload: data, context })
      : {
          status: 'rejected',
          because: `The data is no CDEvent: ${describeIssues(read.error)}`,
        };
  }
  const { context: given } = read.data;
  if (!given.type.startsWith('dev.cdevents.')) {
    return collect({ type: given.type, payload: data, context });
  }
  const spec = VERSION.exec(given.specversion ?? given.version ?? '');
  if (!spec) {
    return {
      status: 'rejected',
      because:
        'The specversion of the CDEvent is missing or no version such as 0.5.0',
    };
  }
  const named = TYPE.exec(given.type);
  if (!named) {
    return {
      status: 'rejected',
      because: `The type ${JSON.stringify(
        given.type.slice(0, 100),
      )} is not dev.cdevents.<subject>.<predicate>.<version>`,
    };
  }
  if (spec[1] !== MAJOR || named[2] !== MAJOR) {
    return {
      status: 'unsupported',
      because: `Only versions ${MAJOR}.x of CDEvents are read yet; the delivery is kept for replay`,
    };
  }
  return collect({ type: named[1], payload: data, context });
}
