import {
  BacktestRequest,
  BacktestResponse,
} from 'backstage-plugin-accountability-common';

/** Paths of backtests in the OpenAPI document, with the types that go in and come out. */
export type BacktestEndpoints = {
  '#post|/backtests': {
    body: BacktestRequest;
    response: BacktestResponse;
  };
  '#get|/backtests/{id}': {
    path: { id: string };
    response: BacktestResponse;
  };
};
