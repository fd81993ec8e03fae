import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { exemptionCreatePermission } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { AskExemptionDialog, ExemptableCheck } from './AskExemptionDialog';

/** Opens the form that asks for an exemption; gone for those who may not ask. */
export function AskExemptionButton(props: {
  entityRef: string;
  /** Checks that do not pass; with several one is to be chosen. */
  checks: ExemptableCheck[];
}) {
  const t = useText();
  const { entityRef, checks } = props;
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const { allowed } = usePermission({ permission: exemptionCreatePermission });
  if (!allowed || checks.length === 0) return null;
  if (asked) {
    return (
      <span className="acc-label" role="status">
        {t('askExemption.kept')}
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className="acc-link acc-textButton acc-small"
        aria-haspopup="dialog"
        // One beside each check would otherwise be like the other to who hears them.
        aria-label={
          checks.length === 1
            ? t('askExemption.openOf', { check: checks[0].title })
            : undefined
        }
        onClick={() => setOpen(true)}
      >
        {t('askExemption.open')}
      </button>
      {open && (
        <AskExemptionDialog
          entityRef={entityRef}
          checks={checks}
          onClose={() => setOpen(false)}
          onKept={() => {
            setOpen(false);
            setAsked(true);
          }}
        />
      )}
    </>
  );
}
