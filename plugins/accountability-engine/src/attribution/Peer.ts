import {
  DeploymentRecord,
  OwnerAt,
} from 'backstage-plugin-accountability-common';

/** Another service whose deployments matter to the incidents of this one. */
export interface Peer {
  entityRef: string;
  /** `scope`: its deployments compete as those of the service itself do. `dependency`: this service depends on it. */
  relation: 'scope' | 'dependency';
  deployments: readonly DeploymentRecord[];
  ownerAt(at: number): OwnerAt;
}
