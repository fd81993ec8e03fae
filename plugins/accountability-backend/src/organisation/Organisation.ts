import { OrganisationChoices } from 'backstage-plugin-accountability-common';
import { GroupTree } from './GroupTree';
import { Names } from './Names';
import { ServiceState } from './ServiceState';
import { ByOwner } from './groupByOwner';

/** Everything that the organisation view adds up, as of its last look at the database. */
export interface Organisation {
  states: ReadonlyMap<string, ServiceState>;
  /** The same by who answers for them. */
  byOwner: ByOwner;
  tree: GroupTree;
  /** Domains of systems, by ref. */
  domains: ReadonlyMap<string, string>;
  names: Names;
  /** What all services may be narrowed to. */
  choices: OrganisationChoices;
  /** Rises whenever anything of it changes. */
  version: number;
}
