import {
  ComingResponse,
  OrganisationFilter,
} from 'backstage-plugin-accountability-common';
import { AttestationsAhead } from '../../governance';
import { selectStates, statusReader } from '../../organisation';
import { readOwnerSpans } from '../../ownership';
import { dueWithinMs, readComing } from '../../teams';
import { ApiContext } from '../ApiContext';
import { missingGroup } from '../missingGroup';
import { ReadableServices } from '../ReadableServices';
import { findOrganisation } from './findOrganisation';

/** Answers `GET /organisation/coming`: what comes up for the services that a caller may read. */
export class ComingReader {
  readonly #attestations: AttestationsAhead;

  constructor(
    private readonly context: ApiContext,
    private readonly readable: ReadableServices,
  ) {
    const { database, attestation: settings } = context;
    const given = { database, settings, readOwnerSpans };
    this.#attestations = new AttestationsAhead(given);
  }

  /** Throws 404 for a group that there is not or that the caller may not read. */
  async answer(req: { query: OrganisationFilter }): Promise<ComingResponse> {
    const { context, readable } = this;
    const found = await findOrganisation(context, readable, req);
    const { organisation, filter, now } = found;
    if (filter.group && !organisation.tree.groups.has(filter.group)) {
      throw missingGroup(context, filter.group);
    }
    const items = await readComing({
      ...{ database: context.database, now },
      services: selectStates(organisation, found),
      policy: await context.policy.current(),
      statusOf: statusReader(organisation),
      attestations: await this.#attestations.current(now),
    });
    return { asOf: now, until: now + dueWithinMs, items };
  }
}
