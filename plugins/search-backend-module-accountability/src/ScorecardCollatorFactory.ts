import { Readable } from 'node:stream';
import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { createPermission } from '@backstage/plugin-permission-common';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { PolicyClient } from 'backstage-plugin-accountability-common';
import { ServiceFindings, readFindings } from './readFindings';
import { ScorecardDocument, toDocument } from './toDocument';

const pluginId = 'accountability';

/** The catalog's own permission: search shows a service to whom the catalog shows it. */
const catalogEntityReadPermission = createPermission({
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});

interface Services {
  auth: AuthService;
  discovery: DiscoveryService;
}

/**
 * Gives one document for each service that a scorecard applies to. What cannot
 * be read fails the run, and the index of the last one stays.
 */
export class ScorecardCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'accountability-scorecard';
  readonly visibilityPermission = catalogEntityReadPermission;

  static create(services: Services): ScorecardCollatorFactory {
    return new ScorecardCollatorFactory(services);
  }

  private constructor(private readonly services: Services) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.collate());
  }

  private async *collate(): AsyncGenerator<ScorecardDocument> {
    const client = await this.createClient();
    const findings = await readFindings(client);
    let cursor: string | undefined;
    do {
      const page = await client.getStandings({ cursor });
      for (const standing of page.standings) {
        const found: ServiceFindings | undefined = findings.get(
          standing.entityRef,
        );
        if (found) yield toDocument(standing, found);
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  private async createClient(): Promise<PolicyClient> {
    const { auth, discovery } = this.services;
    return new PolicyClient({
      baseUrl: await discovery.getBaseUrl(pluginId),
      // A token for each request: a run may take longer than one lasts.
      fetch: async (url, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: pluginId,
        });
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(url, { ...init, headers });
      },
    });
  }
}
