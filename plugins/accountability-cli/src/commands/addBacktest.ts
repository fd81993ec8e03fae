import { Command } from 'commander';
import { BacktestFlags } from './BacktestFlags';

/** Says how `accountability backtest` is called. */
export function addBacktest(
  program: Command,
  run: (path: string, flags: BacktestFlags) => Promise<void>,
): void {
  program
    .command('backtest <file>')
    .description(
      'runs scorecards that are not in force over all services, now and in the past',
    )
    .option('--days <count>', 'days back from now, 7 to 180', '90')
    .option(
      '--url <address>',
      'address of the plugin, .../api/accountability; or ACCOUNTABILITY_URL',
    )
    .option('--token <token>', 'access token; better in ACCOUNTABILITY_TOKEN')
    .option('--format <format>', 'text or json', 'text')
    .option(
      '--output <file>',
      'writes the format there, and text to the console',
    )
    .action(run);
}
