import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ExemptionSubject } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { refName } from '../reading';
import { ServiceLink } from '../record';

/** For whom an exemption is: one service, or all of an owner or a system. */
export function SubjectWords({ subject }: { subject: ExemptionSubject }) {
  const t = useText();
  const { by, ref } = subject;
  if (by === 'service') {
    return <ServiceLink entityRef={ref}>{refName(ref)}</ServiceLink>;
  }
  const name = (
    <EntityRefLink entityRef={ref} className="acc-link">
      {refName(ref)}
    </EntityRefLink>
  );
  return by === 'owner' ? (
    <>{t('exemptions.subjectOwner', { name })}</>
  ) : (
    <>{t('exemptions.subjectSystem', { name })}</>
  );
}
