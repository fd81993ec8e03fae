import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/records.css';
import { useApi } from '@backstage/frontend-plugin-api';
import { decisionReadPermission } from 'backstage-plugin-accountability-common';
import { policyApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { useText } from '../../text';
import { StartLink } from '../links';
import { Page } from '../page';
import { Answer, EmptySentence, Section } from '../states';
import { DecisionsSection } from './DecisionsSection';
import { GatesTable } from './GatesTable';

const REFRESH_MS = 30_000;

/** Gates in force, and the log of what they decided. */
export function GatesPage() {
  const t = useText();
  const api = useApi(policyApiRef);
  const gates = usePolled(() => api.getGates(), {
    key: 'gates',
    everyMs: REFRESH_MS,
  });
  return (
    <Page>
      <Answer
        polled={gates}
        what={t('gates.what')}
        permission={decisionReadPermission.name}
        boxes={[160, 320]}
      >
        {data => (
          <>
            <Section title={t('gates.title')} sub={t('gates.sub')}>
              {data.gates.length === 0 ? (
                <>
                  <EmptySentence>{t('gates.none')}</EmptySentence>
                  <p>
                    <StartLink step="gate" />
                  </p>
                </>
              ) : (
                <GatesTable gates={data.gates} />
              )}
            </Section>
            <DecisionsSection gates={data.gates} asOf={data.asOf} />
          </>
        )}
      </Answer>
    </Page>
  );
}
