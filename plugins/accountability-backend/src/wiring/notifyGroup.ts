import { NotificationService } from '@backstage/plugin-notifications-node';
import { AskGroup } from '../governance';
import { nameSome } from './nameSome';
import { pageOfGroup } from './pageOfGroup';

/** Asks a group by a notification of Backstage's, which its members get. One that was not read yet is replaced. */
export function notifyGroup(notifications: NotificationService): AskGroup {
  return async ({ owner, services }) => {
    const titles = services.map(({ title }) => title);
    const count = titles.length;
    await notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title:
          count === 1
            ? `Is ${titles[0]} still yours?`
            : `Are these ${count} services still yours?`,
        description: `${nameSome(
          titles,
        )}: say on the page of your group whether you stand for ${
          count === 1 ? 'it' : 'them'
        }.`,
        link: pageOfGroup(owner),
        severity: 'normal',
        topic: 'Accountability: attestation',
        scope: `accountability:attestation:${owner}`,
      },
    });
  };
}
