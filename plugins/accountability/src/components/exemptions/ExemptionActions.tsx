import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ExemptionEntry,
  exemptionCreatePermission,
} from 'backstage-plugin-accountability-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { policyApiRef } from '../../api';
import { formatInstant, useText } from '../../text';
import { ReasonDialog } from '../form';
import { refName } from '../reading';
import { AskExemptionDialog } from './AskExemptionDialog';

type Act = 'approve' | 'deny' | 'revoke' | 'renew';

const limits = {
  approve: { least: 0, most: 2000 },
  deny: { least: 3, most: 2000 },
  revoke: { least: 3, most: 2000 },
};

/** What the caller may answer to an exemption; one's own is for somebody else to approve. */
export function ExemptionActions(props: {
  entry: ExemptionEntry;
  onChanged(): void;
}) {
  const t = useText();
  const { entry, onChanged } = props;
  const [act, setAct] = useState<Act>();
  const mayAsk = usePermission({ permission: exemptionCreatePermission });
  const acts = actsOf(entry, mayAsk.allowed);
  const words = {
    approve: t('exemptions.approve'),
    deny: t('exemptions.deny'),
    revoke:
      entry.state === 'pending'
        ? t('exemptions.withdraw')
        : t('exemptions.revoke'),
    renew: t('exemptions.renew'),
  };
  return (
    <>
      <span className="acc-links">
        {acts.map(each => (
          <button
            key={each}
            type="button"
            className="acc-link acc-textButton"
            aria-haspopup="dialog"
            aria-label={`${words[each]}: ${entry.checkTitle ?? entry.check}`}
            onClick={() => setAct(each)}
          >
            {words[each]}
          </button>
        ))}
      </span>
      {entry.state === 'pending' && !entry.mayDecide && (
        <div className="acc-label">{t('exemptions.mayNot')}</div>
      )}
      {act && (
        <ActDialog
          act={act}
          entry={entry}
          onClose={() => setAct(undefined)}
          onKept={() => {
            setAct(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function actsOf(entry: ExemptionEntry, mayAsk: boolean): Act[] {
  const renewable =
    entry.subject.by === 'service' &&
    entry.severity !== undefined &&
    (entry.expiringSoon || entry.state === 'expired');
  return [
    ...(entry.mayDecide ? (['approve', 'deny'] as const) : []),
    ...(entry.mayRevoke ? (['revoke'] as const) : []),
    ...(mayAsk && renewable ? (['renew'] as const) : []),
  ];
}

function ActDialog(props: {
  act: Act;
  entry: ExemptionEntry;
  onKept(): void;
  onClose(): void;
}) {
  const t = useText();
  const api = useApi(policyApiRef);
  const { act, entry, onKept, onClose } = props;
  const { id, subject, scorecard, check, checkTitle = check } = entry;
  if (act === 'renew') {
    const { severity = 'medium' } = entry;
    return (
      <AskExemptionDialog
        entityRef={subject.ref}
        checks={[{ scorecard, check, title: checkTitle, severity }]}
        renews={id}
        onKept={onKept}
        onClose={onClose}
      />
    );
  }
  const name = refName(subject.ref);
  const words = {
    service: name,
    owner: t('exemptions.subjectOwner', { name }),
    system: t('exemptions.subjectSystem', { name }),
  };
  const verdict = act === 'approve' ? 'approved' : 'denied';
  return (
    <ReasonDialog
      title={t(`exemptions.${act}Title`)}
      keep={t(`exemptions.${act}`)}
      limits={limits[act]}
      ask={reason =>
        act === 'revoke'
          ? api.revokeExemption(id, { reason })
          : api.decideExemption(id, { verdict, ...(reason && { reason }) })
      }
      onKept={onKept}
      onClose={onClose}
    >
      {act === 'approve' && (
        <p style={{ margin: 0 }}>
          {t('exemptions.approveEffect', {
            at: formatInstant(entry.expiresAt),
            check: checkTitle,
            subject: words[subject.by],
          })}
        </p>
      )}
    </ReasonDialog>
  );
}
