import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { levelLabel, stateLabel } from 'backstage-plugin-accountability-common';
import { StandingLabels, noLabels, sameLabels } from './StandingLabels';
import { Standings } from './Standings';

const cacheKey = 'labels';

type PostProcess = NonNullable<CatalogProcessor['postProcessEntity']>;

/** By which an entity is found again once its labels are others. */
export function refreshKeyOf(entityRef: string): string {
  return `accountability:${entityRef}`;
}

/**
 * Labels entities with what is in memory. Labels of ours in a descriptor are
 * taken off: nobody may call a service gold by writing so. As long as nothing
 * was read, right after a start, an entity keeps the labels it was given last.
 */
export class StandingProcessor implements CatalogProcessor {
  static create(options: {
    standings: Standings;
    /** Kinds that are labelled, in any case. */
    kinds: readonly string[];
  }): StandingProcessor {
    const kinds = options.kinds.map(kind => kind.toLocaleLowerCase('en-US'));
    return new StandingProcessor(options.standings, new Set(kinds));
  }

  private constructor(
    private readonly standings: Standings,
    private readonly kinds: ReadonlySet<string>,
  ) {}

  getProcessorName(): string {
    return 'AccountabilityStandingProcessor';
  }

  async postProcessEntity(
    ...[entity, , emit, cache]: Parameters<PostProcess>
  ): Promise<Entity> {
    if (!this.kinds.has(entity.kind.toLocaleLowerCase('en-US'))) return entity;
    const ref = stringifyEntityRef(entity);
    emit(processingResult.refresh(refreshKeyOf(ref)));
    const kept = (await cache.get<StandingLabels>(cacheKey)) ?? noLabels;
    const labels = this.standings.labelsOf(ref, kept);
    if (!sameLabels(kept, labels)) await cache.set(cacheKey, labels);
    return withLabels(entity, labels);
  }
}

function withLabels(entity: Entity, labels: StandingLabels): Entity {
  const {
    [levelLabel]: _level,
    [stateLabel]: _state,
    ...others
  } = entity.metadata.labels ?? {};
  const all = { ...others, ...labels };
  const { labels: _before, ...metadata } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...metadata,
      ...(Object.keys(all).length > 0 && { labels: all }),
    },
  };
}
