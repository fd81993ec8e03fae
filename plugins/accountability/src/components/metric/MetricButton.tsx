import { useState } from 'react';
import { FactValue } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { MetricDialog } from './MetricDialog';

/** A fact's name; it opens how the fact is defined, how it spreads and how it moved. A past page only names it, since the panel speaks of now. */
export function MetricButton(props: {
  entityRef: string;
  fact: FactValue;
  at?: number;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { entityRef, fact, at } = props;
  if (at !== undefined) return <code className="acc-code">{fact.id}</code>;
  return (
    <>
      <button
        type="button"
        className="acc-link acc-textButton acc-code acc-factButton"
        aria-haspopup="dialog"
        title={t('metric.open')}
        onClick={() => setOpen(true)}
      >
        {fact.id}
      </button>
      {open && (
        <MetricDialog
          entityRef={entityRef}
          fact={fact.id}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
