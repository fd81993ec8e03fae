import {
  OrganisationFilter,
  OrganisationResponse,
  WorseTurn,
} from 'backstage-plugin-accountability-common';
import { OrganisationView, viewOrganisation } from '../../organisation';
import { readReasons } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { missingGroup } from '../missingGroup';
import { KeptViews } from './KeptViews';
import { ReadableServices } from '../ReadableServices';
import { findOrganisation } from './findOrganisation';

/** `GET /organisation`: all services added up, by burden and team. */
export async function getOrganisation(
  context: ApiContext,
  { readable, views }: { readable: ReadableServices; views: KeptViews },
  req: { query: OrganisationFilter },
): Promise<OrganisationResponse> {
  const found = await findOrganisation(context, readable, req);
  const { costs } = context;
  const view = views.of(found, () =>
    viewOrganisation(found.organisation, { ...found, costs }),
  );
  if (!view) throw missingGroup(context, found.filter.group ?? '');
  return withReasons(context, view);
}

/** With why each thing got worse, in one statement. */
async function withReasons(
  { database }: ApiContext,
  view: OrganisationView,
): Promise<OrganisationResponse> {
  const { turns } = view.worse;
  const reasons = await readReasons(database, turns);
  return {
    ...view,
    worse: {
      ...view.worse,
      turns: turns.map(
        (turn, at): WorseTurn => ({ ...turn, because: reasons[at] ?? '' }),
      ),
    },
  };
}
