import { EntityFilter } from '@backstage/plugin-catalog-react';
import { levelLabel, stateLabel } from 'backstage-plugin-accountability-common';

/** Where a label of an entity is found by the catalog. */
export function fieldOf(label: typeof levelLabel | typeof stateLabel): string {
  return `metadata.labels.${label}`;
}

/** Entities that have one of these values as a label; the catalog finds them, not the page. */
class LabelFilter implements EntityFilter {
  constructor(private readonly field: string, readonly values: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [this.field]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

/** Entities on one of these levels. */
export class LevelFilter extends LabelFilter {
  constructor(values: string[]) {
    super(fieldOf(levelLabel), values);
  }
}

/** Entities whose worst burden is in one of these states. */
export class StateFilter extends LabelFilter {
  constructor(values: string[]) {
    super(fieldOf(stateLabel), values);
  }
}
