import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { OwnershipSettings } from './OwnershipSettings';
import { CatalogGroup } from './buildGroupTree';
import {
  CatalogEntity,
  CatalogSystem,
  entityFields,
  readCatalogEntity,
  readCatalogGroup,
  readCatalogSystem,
} from './readEntities';
import {
  CatalogPerson,
  personFields,
  readCatalogPerson,
} from './readCatalogPerson';
import { streamEntities } from './streamEntities';

const pageSize = 500;

type EntityFilter = Record<string, string | string[]>;

/** Reads the catalog with the plugin's own credentials, page by page. */
export class CatalogView {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      settings: OwnershipSettings;
      signal?: AbortSignal;
    },
  ) {}

  /** Every service, by ref. */
  async readServices(): Promise<Map<string, CatalogEntity>> {
    const { kinds, types } = this.options.settings;
    const services = new Map<string, CatalogEntity>();
    const filter = kinds.map((kind): EntityFilter => {
      return types ? { kind, 'spec.type': types } : { kind };
    });
    for await (const entity of this.stream(filter)) {
      const service = readCatalogEntity(entity);
      services.set(service.entityRef, service);
    }
    return services;
  }

  /** Every group. */
  async readGroups(): Promise<CatalogGroup[]> {
    const groups: CatalogGroup[] = [];
    for await (const entity of this.stream([{ kind: 'Group' }])) {
      groups.push(readCatalogGroup(entity));
    }
    return groups;
  }

  /** Every system that is in a domain. */
  async readSystems(): Promise<CatalogSystem[]> {
    const fields = ['kind', 'metadata.name', 'metadata.namespace', 'spec'];
    const systems: CatalogSystem[] = [];
    for await (const entity of this.stream([{ kind: 'System' }], fields)) {
      const system = readCatalogSystem(entity);
      if (system) systems.push(system);
    }
    return systems;
  }

  /** Every User. */
  async readPeople(): Promise<CatalogPerson[]> {
    const people: CatalogPerson[] = [];
    for await (const entity of this.stream([{ kind: 'User' }], personFields)) {
      people.push(readCatalogPerson(entity));
    }
    return people;
  }

  /** Those of the refs that name an entity. */
  async findExisting(refs: readonly string[]): Promise<Set<string>> {
    const { catalog } = this.options;
    const existing = new Set<string>();
    for (let start = 0; start < refs.length; start += pageSize) {
      this.options.signal?.throwIfAborted();
      const entityRefs = refs.slice(start, start + pageSize);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials: await this.credentials() },
      );
      items.forEach((item, i) => {
        if (item) existing.add(entityRefs[i]);
      });
    }
    return existing;
  }

  private stream(filter: EntityFilter[], fields = entityFields) {
    return streamEntities(this.options, { filter, fields });
  }

  private credentials() {
    return this.options.auth.getOwnServiceCredentials();
  }
}
