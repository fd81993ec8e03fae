import { NotificationService } from '@backstage/plugin-notifications-node';
import { sumBy } from 'lodash';
import { RegressionDigest, SendDigest } from '../telling';
import { nameSome } from './nameSome';
import { pageOfGroup } from './pageOfGroup';

/** Services that a notification has room for; the page has them all. */
const MOST_SERVICES = 5;

type Services = RegressionDigest['services'];
type Policy = RegressionDigest['policy'];

/** Tells a group what turned by a notification of Backstage's, which its members get. A digest sent twice takes its own place. */
export function notifyRegressions(
  notifications: NotificationService,
): SendDigest {
  return async ({ owner, round, services, policy }) => {
    const left = services.length - MOST_SERVICES;
    const sentences = [
      ...services.slice(0, MOST_SERVICES).map(describe),
      ...(left > 0 ? [`${count(left, 'more service')}.`] : []),
      ...describePolicy(policy),
    ];
    await notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title: services.length > 0 ? titleOf(services) : titleOfPolicy(policy),
        description: sentences.join(' '),
        link: pageOfGroup(owner),
        severity: 'normal',
        topic: 'Accountability: regressions',
        scope: `accountability:regressions:${owner}:${round}`,
      },
    });
  };
}

function titleOf(services: Services): string {
  const checks = sumBy(services, service => service.checks.length);
  const one = services.length === 1 ? services[0].title : undefined;
  if (checks === 0) {
    return one
      ? `${one} is on a lower level`
      : `${services.length} services are on a lower level`;
  }
  const fail = `${count(checks, 'check')} ${checks === 1 ? 'fails' : 'fail'}`;
  return one
    ? `${one}: ${fail} since lately`
    : `${fail} since lately, of ${services.length} services`;
}

function titleOfPolicy({ checks }: Policy): string {
  const failing = sumBy(checks, 'services');
  return failing > 0
    ? `After a change of policy ${failing} of your checks fail`
    : 'After a change of policy services of yours are on a lower level';
}

function describe({ title, checks, levels }: Services[number]): string {
  const falls = levels.map(({ from, to }) =>
    to === 'none' ? `no level any more, was ${from}` : `back to ${to}`,
  );
  return `${title}: ${nameSome([...falls, ...checks])}.`;
}

function describePolicy(policy: Policy): string[] {
  const { checks, fallen } = policy;
  const falls =
    fallen > 0 ? [`${count(fallen, 'service')} on a lower level`] : [];
  const fails = checks.map(
    ({ title, services }) => `${title} (${count(services, 'service')})`,
  );
  if (fails.length + falls.length === 0) return [];
  return [
    `${titleOfPolicy(policy)}: ${[
      ...(fails.length > 0 ? [nameSome(fails)] : []),
      ...falls,
    ].join('; ')}.`,
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
