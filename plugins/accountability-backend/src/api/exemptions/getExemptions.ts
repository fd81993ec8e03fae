import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ExemptionsOptions,
  ExemptionsResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import {
  ExemptionsAsked,
  countExemptions,
  listExemptions,
  readExemptedServices,
} from '../../governance';
import { readServices } from '../../ownership';
import { ApiContext } from '../ApiContext';
import { Caller, authorize } from '../authorize';
import { readCursor, writeCursor } from '../cursor';
import { listVisible } from '../scorecards/listVisible';
import { showExemptions } from './showExemptions';

const PAGE = 100;
/** The last one of the page before, and the instant that all pages speak of. */
const place = z.strictObject({
  asOf: z.number().int().nonnegative(),
  rank: z.number().int(),
  expiresAt: z.number().int(),
  id: z.string(),
});

/** `GET /exemptions`: exemptions that the caller may see, pending ones first. */
export async function getExemptions(
  context: ApiContext,
  req: { query: ExemptionsOptions },
): Promise<ExemptionsResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const { state, scorecard, subject } = req.query;
  const cursor = readCursor(place, req.query.cursor);
  const now = context.now();
  const asOf = Math.min(cursor?.asOf ?? now, now);
  const asked: ExemptionsAsked = {
    asOf,
    state,
    scorecard,
    services: await listVisible(context, credentials, () =>
      readExemptedServices(context.database),
    ),
    ...(subject !== undefined && {
      subjects: await subjectsOf(context, subject, credentials),
    }),
  };
  const listed = await listExemptions(context.database, {
    ...asked,
    after: cursor,
    limit: PAGE + 1,
  });
  const page = listed.slice(0, PAGE);
  const last = listed.length > PAGE ? page.at(-1) : undefined;
  return {
    asOf,
    exemptions: await showExemptions(
      context,
      page.map(({ exemption }) => exemption),
      { credentials, at: asOf },
    ),
    counts: await countExemptions(context.database, asked),
    ...(last && { nextCursor: writeCursor({ asOf, ...last.place }) }),
  };
}

/** An entity; of a service that the caller may read also its owner and its system, whose exemptions are for it, too. */
async function subjectsOf(
  context: ApiContext,
  subject: string,
  credentials: Caller,
): Promise<string[]> {
  const ref = readRef(subject);
  const visible = await listVisible(context, credentials, async () => [ref]);
  const mayRead = !visible || visible.includes(ref);
  const [service] = mayRead
    ? await readServices(context.database, { entityRefs: [ref] })
    : [];
  const { owner, system } = service?.summary ?? {};
  return [ref, owner ?? [], system ?? []].flat();
}

function readRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `subject=${text} is no entity ref; write kind:namespace/name, for example component:default/payments`,
    );
  }
}
