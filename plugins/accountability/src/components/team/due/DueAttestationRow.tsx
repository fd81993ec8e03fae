import {
  AttestationResponse,
  DueAttestation,
} from 'backstage-plugin-accountability-common';
import { formatDate, formatSpan, useText } from '../../../text';
import { refName } from '../../reading';
import { ServiceLink } from '../../record';
import { AttestButton } from './AttestButton';

const DAY = 86_400_000;

/** One service that is to be attested: since when, whose it is, and the way to do it. */
export function DueAttestationRow(props: {
  service: DueAttestation;
  /** The group of the page; another owner is named. */
  team: string;
  now: number;
  onKept(answer: AttestationResponse): void;
}) {
  const t = useText();
  const { service, team, now, onKept } = props;
  const { due, owner, title, last } = service;
  return (
    <tr>
      <td className="acc-nowrap">
        <span className="acc-strong">{formatDate(due.at)}</span>
        <div className="acc-label">{late()}</div>
      </td>
      <th scope="row">
        {t('due.attestWhat')}
        <div className="acc-label">
          <ServiceLink entityRef={service.entityRef}>{title}</ServiceLink>
          {owner !== team &&
            ` ${t('due.ofGroup', { group: refName(owner) })}`},{' '}
          {last
            ? t(`due.${last.verdict}`, { date: formatDate(last.at) })
            : t('due.never')}
        </div>
      </th>
      <td className="acc-right">
        <AttestButton service={service} onKept={onKept} />
      </td>
    </tr>
  );

  function late() {
    const span = now - due.at;
    if (span < DAY) return t('due.today');
    const days = formatSpan(Math.floor(span / DAY) * DAY);
    return due.state === 'overdue'
      ? t('due.overdue', { span: days })
      : t('due.late', { span: days });
  }
}
