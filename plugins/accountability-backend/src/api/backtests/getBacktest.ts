import { NotFoundError } from '@backstage/errors';
import {
  BacktestResponse,
  policyReadPermission,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { readBacktest } from '../../backtests';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { hideNames } from './hideNames';

/** `GET /backtests/:id`: how far it has come, and its report once it is done. */
export async function getBacktest(
  context: ApiContext,
  req: { params: { id: string } },
): Promise<BacktestResponse> {
  await authorize(context, req, policyReadPermission);
  const caller = await authorize(context, req, scorecardReadPermission);
  const { id } = req.params;
  const backtest = await readBacktest(context.database, { id });
  if (!backtest) {
    throw new NotFoundError(
      `There is no backtest ${id}; they are kept for seven days, the last twenty of them: ask for it again with POST /backtests`,
    );
  }
  const { report } = backtest;
  return report
    ? { ...backtest, report: await hideNames(context, report, caller) }
    : backtest;
}
