import { Command } from 'commander';
import { collect } from './collect';
import { PolicyCheckFlags, PolicyTestFlags } from './PolicyFlags';

/** Says how `accountability policy` is called. */
export function addPolicy(
  program: Command,
  run: {
    check(paths: string[], flags: PolicyCheckFlags): Promise<void>;
    test(paths: string[], flags: PolicyTestFlags): Promise<void>;
  },
): void {
  const policy = program
    .command('policy')
    .description('reads policy here, without a server');
  policy
    .command('check <paths...>')
    .description('tells faults of policy files and folders')
    .option(
      '--facts <file>',
      'ids and units of facts of others, in YAML; may be repeated',
      collect,
      [],
    )
    .option('--format <format>', 'text, json, sarif or github', 'text')
    .option(
      '--output <file>',
      'writes the format there, and text to the console',
    )
    .action(run.check);
  policy
    .command('test <paths...>')
    .description('runs the cases of documents of kind PolicyTest')
    .option(
      '--facts <file>',
      'ids and units of facts of others, in YAML; may be repeated',
      collect,
      [],
    )
    .option('--format <format>', 'text, json or junit', 'text')
    .option(
      '--output <file>',
      'writes the format there, and text to the console',
    )
    .option(
      '--require-failing-case',
      'fails where no case fails some check or rule',
    )
    .action(run.test);
}
