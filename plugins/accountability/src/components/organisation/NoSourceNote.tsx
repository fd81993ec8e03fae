import { useApi } from '@backstage/frontend-plugin-api';
import { accountabilityApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { useText } from '../../text';
import { StartLink } from '../links';
import { Section } from '../states';
import { SourcesLink } from './SourcesLink';

/** Says where most is unknown because nothing was ever delivered; silent where something was, or where it may not be seen. */
export function NoSourceNote() {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { data } = usePolled(() => api.getSources(), { key: 'sources' });
  const none = data?.sources.every(
    ({ lastReceivedAt }) => lastReceivedAt === undefined,
  );
  if (!none) return null;
  return (
    <Section title={t('organisationEmpty.noSource')}>
      <div className="acc-stack">
        <p className="acc-measure">{t('organisationEmpty.noSourceLead')}</p>
        <ul className="acc-tags">
          <li>
            <SourcesLink />
          </li>
          <li>
            <StartLink step="source" />
          </li>
        </ul>
      </div>
    </Section>
  );
}
