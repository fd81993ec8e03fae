import { Config } from '@backstage/config';

/** Which entities of the catalog are services. */
export interface OwnershipSettings {
  /** Kinds, default `Component`. */
  kinds: string[];
  /** Values of `spec.type`; absent means any. */
  types?: string[];
}

/** Reads `accountability.ownership`. */
export function readOwnershipSettings(config: Config): OwnershipSettings {
  const own = config.getOptionalConfig('accountability.ownership');
  return {
    kinds: own?.getOptionalStringArray('kinds') ?? ['Component'],
    types: own?.getOptionalStringArray('types'),
  };
}
