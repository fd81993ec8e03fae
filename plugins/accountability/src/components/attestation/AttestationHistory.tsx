import { useId, useState } from 'react';
import { AttestationEntry } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { OwnerName } from '../service/OwnerName';
import { ScrollBox, Toggle } from '../table';

/** Answers that are shown at once. */
const SHOWN = 5;

/** What owners said of a service, newest first; of groups, never of persons. */
export function AttestationHistory(props: { entries: AttestationEntry[] }) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { entries } = props;
  const count = entries.length - SHOWN;
  return (
    <div>
      <ScrollBox label={t('attestation.history')}>
        <table className="acc-table" aria-label={t('attestation.history')}>
          <thead>
            <tr>
              <th>{t('attestation.day')}</th>
              <th>{t('attestation.group')}</th>
              <th>{t('attestation.said')}</th>
              <th>{t('attestation.why')}</th>
            </tr>
          </thead>
          <tbody id={id}>
            {(open ? entries : entries.slice(0, SHOWN)).map(entry => (
              <tr key={entry.id}>
                <td className="acc-nowrap">{formatDate(entry.at)}</td>
                <th scope="row">
                  <OwnerName owner={entry.owner} />
                </th>
                <td>{t(`attestation.${entry.verdict}`)}</td>
                <td className="acc-muted">{entry.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {count > 0 && (
        <Toggle open={open} controls={id} onToggle={() => setOpen(old => !old)}>
          {open
            ? t('attestation.hideEarlier', { count })
            : t('attestation.earlier', { count })}
        </Toggle>
      )}
    </div>
  );
}
