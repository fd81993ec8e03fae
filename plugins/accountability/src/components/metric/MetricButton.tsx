import { useState } from 'react';
import { FactValue } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { MetricDialog } from './MetricDialog';

/** A fact's name; it opens how the fact is defined, how it spreads and how it moved, as of the instant that the page speaks of. */
export function MetricButton(props: {
  entityRef: string;
  fact: FactValue;
  at?: number;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { entityRef, fact, at } = props;
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
          at={at}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
