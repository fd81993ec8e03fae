import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  CauseOverrideEntry,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../../text';
import { nameById } from '../../record';

/** What was decided, by whom, when and why; and who took it back. */
export function DecisionWords(props: {
  data: IncidentResponse;
  decision: CauseOverrideEntry;
}) {
  const t = useText();
  const { data, decision } = props;
  const { cause, causeHidden, withdrawn } = decision;
  const nothing = causeHidden ? t('override.hidden') : t('override.none');
  return (
    <div className="acc-small">
      <p>
        <span className="acc-strong">
          {cause ? nameById(data.records)(cause) : nothing}
        </span>
        : {decision.reason}
      </p>
      <p className="acc-label">
        <By by={decision.by} at={decision.at} />
      </p>
      {withdrawn && (
        <p>
          {t('override.withdrawnBecause', { reason: withdrawn.reason })}{' '}
          <span className="acc-label">
            <By by={withdrawn.by} at={withdrawn.at} />
          </span>
        </p>
      )}
    </div>
  );
}

function By({ by, at }: { by: string; at: number }) {
  return (
    <>
      <EntityRefLink
        entityRef={by}
        hideIcon
        disableTooltip
        className="acc-link"
      />
      , {formatInstant(at)}
    </>
  );
}
