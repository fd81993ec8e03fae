import { Command } from 'commander';
import { collect } from './collect';
import { GateFlags } from './GateFlags';

/** Says how `accountability gate` is called. */
export function addGate(
  program: Command,
  run: (gate: string, flags: GateFlags) => Promise<void>,
): void {
  program
    .command('gate <gate>')
    .description('asks a gate whether a service may go on')
    .requiredOption('--service <ref>', 'such as component:default/payments')
    .option('--point <point>', 'where the question comes from', 'deploy')
    .option('--environment <name>', 'where to, for rules that read it')
    .option('--commit <sha>', 'what of, for rules that read it')
    .option('--artifact <name>', 'what of, for rules that read it')
    .option(
      '--label <word>',
      'for rules that read labels; may be repeated',
      collect,
      [],
    )
    .option(
      '--idempotency-key <key>',
      'the same key has the same decision for a day; by default that of this attempt of the job',
    )
    .option('--dry-run', 'says what the decision would be, and keeps none')
    .option('--break-glass <reason>', 'goes past the gate, for who may')
    .option(
      '--url <address>',
      'address of the plugin, .../api/accountability; or ACCOUNTABILITY_URL',
    )
    .option('--token <token>', 'access token; better in ACCOUNTABILITY_TOKEN')
    .option('--portal-url <address>', 'address of Backstage, for links')
    .option('--format <format>', 'text, json, sarif or github', 'text')
    .option(
      '--output <file>',
      'writes the format there, and text to the console',
    )
    .option(
      '--catalog-file <path>',
      'where SARIF says that findings are',
      'catalog-info.yaml',
    )
    .option('--fail-on <outcome>', 'deny, or warn to fail on both', 'deny')
    .option(
      '--on-unreachable <what>',
      'fail, or warn to go on where no server answers',
      'fail',
    )
    .option('--timeout <seconds>', 'of one attempt', '30')
    .option('--retries <count>', 'attempts after the first', '4')
    .action(run);
}
