import '../../theme/tokens.css';
import '../../theme/accountability.css';
import '../../theme/records.css';
import { Select } from '@backstage/ui';
import {
  ExemptionsResponse,
  ExemptionState,
  exemptionStates,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { Page } from '../page';
import { Answer, EmptySentence, Section } from '../states';
import { MoreButton } from '../table';
import { ExemptionsTable } from './ExemptionsTable';
import { useExemptions, useExemptionState } from './useExemptions';

const ALL = 'all';

/** The inbox of exemptions: what waits for an answer, what is in force, what ends soon. */
export function ExemptionsPage() {
  const t = useText();
  const { state, setState } = useExemptionState();
  const { first, pages } = useExemptions(state);
  return (
    <Page>
      <Answer
        polled={first}
        what={t('exemptions.what')}
        permission={scorecardReadPermission.name}
        boxes={[320]}
      >
        {data => (
          <Section title={t('exemptions.title')} sub={t('exemptions.sub')}>
            <StateFilter data={data} state={state} onState={setState} />
            {data.exemptions.length === 0 ? (
              <EmptySentence>
                {state ? t('exemptions.noneSuch') : t('exemptions.none')}
              </EmptySentence>
            ) : (
              <ExemptionsTable
                exemptions={[...data.exemptions, ...pages.items]}
                asOf={data.asOf}
                onChanged={first.retry}
              />
            )}
            <MoreButton pages={pages} />
          </Section>
        )}
      </Answer>
    </Page>
  );
}

function StateFilter(props: {
  data: ExemptionsResponse;
  state?: ExemptionState;
  onState(state: ExemptionState | undefined): void;
}) {
  const t = useText();
  const { data, state, onState } = props;
  return (
    <div
      className="acc-controls"
      style={{ maxWidth: 320, marginBottom: 16 }}
      role="group"
      aria-label={t('exemptions.filters')}
    >
      <Select
        label={t('exemptions.state')}
        options={[
          { value: ALL, label: t('exemptions.all') },
          ...exemptionStates.map(each => ({
            value: each,
            label: `${t(`exemptionState.${each}`)} (${formatNumber(
              data.counts[each],
            )})`,
          })),
        ]}
        value={state ?? ALL}
        onChange={value =>
          onState(exemptionStates.find(each => each === value))
        }
      />
    </div>
  );
}
