import {
  OrganisationServicesOptions,
  OrganisationServicesResponse,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { listServices } from '../../organisation';
import { ApiContext } from '../ApiContext';
import { readCursor, writeCursor } from '../cursor';
import { ReadableServices } from '../ReadableServices';
import { findOrganisation } from './findOrganisation';

const PAGE = 50;
const place = z.strictObject({ notPassing: z.number(), entityRef: z.string() });

/** `GET /organisation/services`: the services behind a cell of the heat map. */
export async function getOrganisationServices(
  context: ApiContext,
  readable: ReadableServices,
  req: { query: OrganisationServicesOptions },
): Promise<OrganisationServicesResponse> {
  const { cursor, own, unowned, burden, check } = req.query;
  const after = readCursor(place, cursor);
  const found = await findOrganisation(context, readable, req);
  const { total, services, next } = listServices(found.organisation, {
    ...found,
    ...{ own, unowned, burden, check, after, limit: PAGE },
  });
  return {
    ...{ asOf: found.now, total, services },
    ...(next && { nextCursor: writeCursor(next) }),
  };
}
