import { useState } from 'react';
import {
  ChangeProvenance,
  ServiceChange,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { changeName } from './changeName';
import { MarkersDialog } from './MarkersDialog';

/** The number of markers on a change; it opens them. */
export function MarkersButton(props: {
  change: ServiceChange;
  provenance: ChangeProvenance;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const count = props.provenance.evidence.length;
  const change = changeName(props.change);
  return (
    <>
      <button
        type="button"
        className="acc-link acc-textButton acc-small"
        aria-haspopup="dialog"
        aria-label={t('changes.openMarkers', { count, change })}
        onClick={() => setOpen(true)}
      >
        {t('changes.markers', { count })}
      </button>
      {open && (
        <MarkersDialog
          change={change}
          evidence={props.provenance.evidence}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
