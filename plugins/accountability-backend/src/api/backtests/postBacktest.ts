import { ConflictError } from '@backstage/errors';
import {
  BacktestRequest,
  BacktestResponse,
  backtestCreatePermission,
} from 'backstage-plugin-accountability-common';
import { requestBacktest } from '../../backtests';
import { PayloadTooLargeError } from '../../ingestion';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';

/** Of the text of a candidate. */
const MOST_BYTES = 256 * 1024;

/** `POST /backtests`: has a candidate run over all services and their past. */
export async function postBacktest(
  context: ApiContext,
  req: { body: BacktestRequest },
): Promise<BacktestResponse> {
  const { policy, days = 90 } = req.body;
  const bytes = Buffer.byteLength(policy);
  const given = { eventId: 'backtest-create', req, meta: { days, bytes } };
  return audited(context, given, async () => {
    await authorize(context, req, backtestCreatePermission);
    if (bytes > MOST_BYTES) {
      throw new PayloadTooLargeError(
        `The policy has ${bytes} bytes, and ${MOST_BYTES} are the most; send some of its scorecards, and the others after them`,
      );
    }
    const requested = await requestBacktest(context.database, {
      policy,
      days,
      now: context.now(),
    });
    if (!requested.ok) throw new ConflictError(requested.because);
    context.wakeBacktests();
    return requested.backtest;
  });
}
