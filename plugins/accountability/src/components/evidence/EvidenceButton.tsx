import { useState } from 'react';
import { FactValue } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { EvidenceDialog } from './EvidenceDialog';

/** The number of records behind facts; it opens them. */
export function EvidenceButton(props: {
  entityRef: string;
  title: string;
  facts: FactValue[];
  at?: number;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { entityRef, title, facts, at } = props;
  const count = facts.reduce((sum, fact) => sum + fact.evidenceCount, 0);
  if (count === 0) {
    return <span className="acc-muted">{t('checks.noRecords')}</span>;
  }
  return (
    <>
      <button
        type="button"
        className="acc-link acc-textButton acc-nowrap"
        aria-label={t('checks.openEvidence', {
          title,
          count,
          number: formatNumber(count),
        })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('checks.records', { count, number: formatNumber(count) })}
      </button>
      {open && (
        <EvidenceDialog
          entityRef={entityRef}
          title={title}
          facts={facts.filter(fact => fact.evidenceCount > 0)}
          at={at}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
