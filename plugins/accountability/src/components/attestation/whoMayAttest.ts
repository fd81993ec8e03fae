import {
  attestationDecidePermission,
  ServiceSummary,
} from 'backstage-plugin-accountability-common';
import { Text } from '../../text';
import { refName } from '../reading';

/** Who may say whose a service is, as one sentence for those who may not. */
export function whoMayAttest(t: Text, service: ServiceSummary): string {
  const { owner, ownerResolves } = service;
  return ownerResolves && owner?.startsWith('group:')
    ? t('attestation.whoMay', {
        group: refName(owner),
        permission: attestationDecidePermission.name,
      })
    : t('attestation.whoMayNobody');
}
