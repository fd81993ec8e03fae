import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/records.css';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  backtestCreatePermission,
  policyReadPermission,
  PolicyStatusResponse,
} from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { POLL_MS, usePolled } from '../../hooks';
import { formatInstant, formatNumber, useText } from '../../text';
import { StartLink } from '../links';
import { Page } from '../page';
import { Answer, EmptySentence, Section } from '../states';
import { BacktestSection } from './BacktestSection';
import { DocumentsTable } from './DocumentsTable';
import { SourcesTable } from './SourcesTable';

/** What policy is in force, what of it is at fault and where, and a candidate tried over the past. */
export function PolicyPage() {
  const t = useText();
  const api = useApi(policyApiRef);
  const mayTry = usePermission({ permission: backtestCreatePermission });
  const polled = usePolled(() => api.getPolicy(), {
    key: 'policy',
    everyMs: POLL_MS,
  });
  return (
    <Page>
      <Answer
        polled={polled}
        what={t('policy.what')}
        permission={policyReadPermission.name}
        boxes={[120, 320]}
      >
        {data => (
          <>
            <Section title={t('policy.title')} sub={<InForce data={data} />}>
              <SourcesTable sources={data.sources} />
            </Section>
            <Documents data={data} />
          </>
        )}
      </Answer>
      {mayTry.allowed && <BacktestSection />}
    </Page>
  );
}

function InForce({ data }: { data: PolicyStatusResponse }) {
  const t = useText();
  const { digest, inForceSince, behind } = data;
  const parts = [
    t('policy.digest', { digest: digest.slice(0, 12) }),
    inForceSince !== undefined &&
      t('policy.since', { at: formatInstant(inForceSince) }),
    behind === 0
      ? t('policy.allJudged')
      : t('policy.behind', { count: behind, number: formatNumber(behind) }),
  ].filter(Boolean);
  return <span title={digest}>{parts.join('; ')}</span>;
}

function Documents({ data }: { data: PolicyStatusResponse }) {
  const t = useText();
  const rules = data.documents.flatMap(document => document.rules);
  const good = rules.filter(({ state }) => state === 'active').length;
  return (
    <Section
      title={t('policy.documents')}
      sub={t('policy.documentsSub', {
        count: good,
        good: formatNumber(good),
        bad: formatNumber(rules.length - good),
      })}
    >
      {data.documents.length === 0 ? (
        <>
          <EmptySentence>{t('policy.none')}</EmptySentence>
          <p>
            <StartLink step="policy" />
          </p>
        </>
      ) : (
        <DocumentsTable documents={data.documents} />
      )}
    </Section>
  );
}
