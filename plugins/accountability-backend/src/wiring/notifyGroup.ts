import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AskGroup } from '../governance';

/** Services that a notification names; the page has them all. */
const NAMED = 5;

/** Asks a group by a notification of Backstage's, which its members get. One that was not read yet is replaced. */
export function notifyGroup(notifications: NotificationService): AskGroup {
  return async ({ owner, services }) => {
    const [{ title }] = services;
    const count = services.length;
    await notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title:
          count === 1
            ? `Is ${title} still yours?`
            : `Are these ${count} services still yours?`,
        description: `${nameSome(
          services,
        )}: say on the page of your group whether you stand for ${
          count === 1 ? 'it' : 'them'
        }.`,
        link: pageOf(owner),
        severity: 'normal',
        topic: 'Accountability: attestation',
        scope: `accountability:attestation:${owner}`,
      },
    });
  };
}

function nameSome(services: Parameters<AskGroup>[0]['services']): string {
  const names = services.slice(0, NAMED).map(({ title }) => title);
  const left = services.length - names.length;
  return [...names, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}

function pageOf(owner: string): string {
  const { kind, namespace, name } = parseEntityRef(owner);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path}/accountability`;
}
