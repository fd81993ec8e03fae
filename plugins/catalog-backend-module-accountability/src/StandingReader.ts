import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  PolicyClient,
  StandingsOptions,
} from 'backstage-plugin-accountability-common';
import { StandingLabels, labelsOf } from './StandingLabels';

const pluginId = 'accountability';

/** Longer than this, no answer comes any more. */
const TIMEOUT_MS = 30_000;

interface ReaderOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Name of the scorecard whose level is the label; the first of each service where absent. */
  scorecard?: string;
}

/** Reads where services stand from the plugin that assesses them, as the catalog itself. */
export class StandingReader {
  static create(options: ReaderOptions): StandingReader {
    return new StandingReader(options);
  }

  private constructor(private readonly options: ReaderOptions) {}

  /** The labels of services by entity ref, of those named or of all, page by page. Throws where they cannot be read. */
  async read(
    given: Pick<StandingsOptions, 'entityRefs'> = {},
  ): Promise<Map<string, StandingLabels>> {
    const client = await this.createClient();
    const labels = new Map<string, StandingLabels>();
    let cursor: string | undefined;
    do {
      const page = await client.getStandings({ ...given, cursor });
      for (const standing of page.standings) {
        labels.set(
          standing.entityRef,
          labelsOf(standing, this.options.scorecard),
        );
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return labels;
  }

  private async createClient(): Promise<PolicyClient> {
    const { auth, discovery } = this.options;
    return new PolicyClient({
      baseUrl: await discovery.getBaseUrl(pluginId),
      fetch: async (input, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: pluginId,
        });
        return fetch(input, {
          ...init,
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
      },
    });
  }
}
