import { useText } from '../../../text';
import { StartLink } from '../../links';
import { Section } from '../../states';
import { useDeliveriesUrl } from './useDeliveriesUrl';

const EXAMPLE = `accountability:
  sources:
    github:
      secrets:
        - \${ACCOUNTABILITY_GITHUB_SECRET}`;

/** How to connect the first source, while nothing has been delivered. */
export function FirstSource() {
  const t = useText();
  const url = useDeliveriesUrl();
  return (
    <Section title={t('connect.title')}>
      <p>{t('connect.lead')}</p>
      <ol className="acc-steps">
        <li>
          {t('connect.configure')}
          <pre className="acc-code acc-block">{EXAMPLE}</pre>
        </li>
        <li>
          {t('connect.point')}
          <pre className="acc-code acc-block acc-address">
            {url}
            {t('connect.id')}
          </pre>
        </li>
        <li>{t('connect.watch')}</li>
      </ol>
      <p className="acc-startSee">
        <StartLink step="source" />
      </p>
    </Section>
  );
}
