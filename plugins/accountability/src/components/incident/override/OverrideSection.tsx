import { useState } from 'react';
import {
  CauseOverrideEntry,
  causeDecidePermission,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { isMerged } from '../../reading';
import { EmptySentence, Section } from '../../states';
import { DecisionList } from './DecisionList';
import { OverrideForm } from './OverrideForm';
import { WithdrawalForm } from './WithdrawalForm';

/** Where a person decides the cause, or takes that back; who may not is told whom to ask. */
export function OverrideSection(props: {
  data: IncidentResponse;
  past: boolean;
  onChanged(): void;
}) {
  const t = useText();
  const { data, past, onChanged } = props;
  const [said, setSaid] = useState<string>();
  const inForce = data.decisions.find(({ withdrawn }) => !withdrawn);
  return (
    <Section title={t('override.title')}>
      <Forms
        data={data}
        inForce={inForce}
        forbidden={whyNot()}
        onKept={words => {
          setSaid(words);
          onChanged();
        }}
      />
      <p className="acc-said acc-small" role="status">
        {said}
      </p>
      <DecisionList data={data} />
    </Section>
  );

  function whyNot(): string | undefined {
    if (isMerged(data.incident)) return t('override.merged');
    if (past) return t('override.past');
    return data.mayDecide
      ? undefined
      : t('override.forbidden', { permission: causeDecidePermission.name });
  }
}

function Forms(props: {
  data: IncidentResponse;
  inForce?: CauseOverrideEntry;
  forbidden?: string;
  onKept(said: string): void;
}) {
  const { data, inForce, forbidden, onKept } = props;
  if (forbidden) return <EmptySentence>{forbidden}</EmptySentence>;
  return (
    <div className="acc-decide">
      {inForce && (
        <WithdrawalForm
          key={inForce.id}
          data={data}
          decision={inForce}
          onKept={onKept}
        />
      )}
      <OverrideForm data={data} onKept={onKept} />
    </div>
  );
}
