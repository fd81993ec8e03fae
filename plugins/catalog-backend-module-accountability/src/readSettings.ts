import { RootConfigService } from '@backstage/backend-plugin-api';

/** How entities are labelled. */
export interface CatalogSettings {
  /** Kinds of entities that get labels. */
  kinds: string[];
  /** Whose level is the label; the first scorecard of each service where absent. */
  scorecard?: string;
}

/** Reads `accountability.catalog`. */
export function readSettings(config: RootConfigService): CatalogSettings {
  const of = config.getOptionalConfig('accountability.catalog');
  return {
    kinds: of?.getOptionalStringArray('kinds') ?? ['Component'],
    scorecard: of?.getOptionalString('scorecard'),
  };
}
