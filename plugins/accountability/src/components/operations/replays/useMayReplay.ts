import { usePermission } from '@backstage/plugin-permission-react';
import { deliveryReplayPermission } from 'backstage-plugin-accountability-common';

/** Whether who is looking may have deliveries read again; no while it is not known. */
export function useMayReplay(): boolean {
  return usePermission({ permission: deliveryReplayPermission }).allowed;
}
