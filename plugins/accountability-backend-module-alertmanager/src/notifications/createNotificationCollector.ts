import {
  Collector,
  defineCollector,
} from 'backstage-plugin-accountability-node';
import { Alert, notification } from './notification';
import { AlertReading, alertEvents } from './alertEvents';

/** Reads a notification: each of its alerts is a record of its own. */
export function createNotificationCollector(
  options: AlertReading & { event: string },
): Collector {
  const { event, ...reading } = options;
  return defineCollector({
    event,
    schema: notification,
    collect: ({ alerts }, { receivedAt }) => {
      if (alerts.length === 0) return { ignored: 'It names no alert' };
      const real = alerts.filter(alert => !isTest(alert));
      if (real.length === 0) {
        return { ignored: 'Grafana tests the contact point' };
      }
      return {
        events: real.flatMap(alert =>
          alertEvents(alert, { ...reading, receivedAt }),
        ),
      };
    },
  });
}

/** What the button "Test" of a contact point sends; it would fire for ever. */
function isTest({ labels }: Alert): boolean {
  return labels.alertname === 'TestAlert' && labels.instance === 'Grafana';
}
