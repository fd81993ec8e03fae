export * from './Backtest';
export * from './BacktestService';
export * from './asInForce';
export * from './backtestFacts';
export * from './backtestWeeks';
