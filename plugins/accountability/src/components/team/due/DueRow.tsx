import {
  AttestationResponse,
  DueItem,
} from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../../text';
import { refName } from '../../reading';
import { ServiceLink } from '../../record';
import { AttestButton } from './AttestButton';
import { DueLink } from './DueLink';
import { whenWords } from './whenWords';

/** One thing to do: by when, what, of which service, and the way to do it. */
export function DueRow(props: {
  item: DueItem;
  /** The group of the page; another owner is named. */
  team: string;
  now: number;
  onKept(answer: AttestationResponse): void;
}) {
  const t = useText();
  const { item, team, now, onKept } = props;
  const { attestation } = item;
  return (
    <tr>
      <td className="acc-nowrap">
        <span className="acc-strong">{formatDate(item.dueAt)}</span>
        <div className="acc-label">{whenWords(item, now, t)}</div>
      </td>
      <th scope="row">
        {item.title}
        <div className="acc-label">
          <Service item={item} team={team} />
          {!attestation && item.todo}
        </div>
      </th>
      <td className="acc-right">
        {attestation ? (
          <AttestButton service={attestation} onKept={onKept} />
        ) : (
          <DueLink item={item} />
        )}
      </td>
    </tr>
  );
}

/** Which service it is of; of an attestation also whose, and what was said last. */
function Service({ item, team }: { item: DueItem; team: string }) {
  const t = useText();
  const { service, attestation } = item;
  if (!service) return null;
  const link = (
    <ServiceLink entityRef={service.entityRef}>{service.title}</ServiceLink>
  );
  if (!attestation) return <>{link}: </>;
  const { owner, last } = attestation;
  return (
    <>
      {link}
      {owner !== team &&
        ` ${t('due.ofGroup', { group: refName(owner) })}`},{' '}
      {last
        ? t(`due.${last.verdict}`, { date: formatDate(last.at) })
        : t('due.never')}
    </>
  );
}
