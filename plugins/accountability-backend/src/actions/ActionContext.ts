import { AuthService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { FactType } from 'backstage-plugin-accountability-engine';
import { ApiContext } from '../api';

/** What actions need; `plugin.ts` hands it in. */
export interface ActionContext {
  registry: ActionsRegistryService;
  auth: AuthService;
  /** Actions ask the routes, so that there is one authorisation. */
  api: ApiContext;
  /** Facts that a candidate policy may read. */
  facts: readonly FactType[];
}
