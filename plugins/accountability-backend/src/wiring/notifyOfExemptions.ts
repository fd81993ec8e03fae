import { NotificationService } from '@backstage/plugin-notifications-node';
import { Exemption } from 'backstage-plugin-accountability-common';
import { dayOf } from '../database/dayOf';
import { ExemptionNotice, TellOfExemptions } from '../governance';
import { nameSome } from './nameSome';

const link = '/accountability/exemptions';

/** Tells of exemptions by notifications of Backstage's. Of what ends soon, one that was not read yet is replaced. */
export function notifyOfExemptions(
  notifications: NotificationService,
): TellOfExemptions {
  return async notice => {
    const { about, recipient, exemptions } = notice;
    const of = about === 'ending' ? recipient : `${about}:${exemptions[0].id}`;
    await notifications.send({
      recipients: { type: 'entity', entityRef: recipient },
      payload: {
        ...wordsOf(notice),
        link,
        severity: 'normal',
        topic: 'Accountability: exemptions',
        scope: `accountability:exemptions:${of}`,
      },
    });
  };
}

function wordsOf({ about, exemptions }: ExemptionNotice) {
  const [first] = exemptions;
  const check = nameOf(first);
  const { ref } = first.subject;
  switch (about) {
    case 'requested':
      return {
        title: `An exemption from ${check} is asked for`,
        description: `For ${ref}, until ${lastDayOf(first.expiresAt)}: ${
          first.reason
        }`,
      };
    case 'decided':
      return {
        title: `Your exemption from ${check} is ${
          first.decision?.verdict ?? 'decided'
        }`,
        description:
          first.decision?.verdict === 'approved'
            ? withReason(
                `It holds for ${ref} until ${lastDayOf(first.expiresAt)}`,
                first.decision.reason,
              )
            : withReason(
                `The check counts for ${ref} as before`,
                first.decision?.reason,
              ),
      };
    case 'revoked':
      return {
        title: `Your exemption from ${check} is revoked`,
        description: withReason(
          `The check counts for ${ref} again`,
          first.revoked?.reason,
        ),
      };
    default:
      return endingWords(exemptions);
  }
}

function endingWords(exemptions: readonly Exemption[]) {
  const [first] = exemptions;
  return {
    title:
      exemptions.length === 1
        ? `The exemption from ${nameOf(first)} ends on ${lastDayOf(
            first.expiresAt,
          )}`
        : `${exemptions.length} exemptions end soon`,
    description: `${nameSome(
      exemptions.map(
        one =>
          `${nameOf(one)} for ${one.subject.ref} on ${lastDayOf(
            one.expiresAt,
          )}`,
      ),
    )}: mend what the checks ask for, or renew.`,
  };
}

function nameOf({ scorecard, check }: Exemption): string {
  return `${scorecard}/${check}`;
}

function withReason(text: string, reason: string | undefined): string {
  return reason === undefined ? `${text}.` : `${text}: ${reason}`;
}

/** The last UTC day on which it holds for a moment at least. */
function lastDayOf(expiresAt: number): string {
  return dayOf(expiresAt - 1);
}
