import { Command, CommanderError } from 'commander';
import { addBacktest } from './commands/addBacktest';
import { addGate } from './commands/addGate';
import { addPolicy } from './commands/addPolicy';
import { backtestCommand } from './commands/backtestCommand';
import { collect } from './commands/collect';
import { CommandIo, exitCodes } from './commands/CommandIo';
import { gateCommand } from './commands/gateCommand';
import { importCommand } from './commands/importCommand';
import { ImportFlags } from './commands/ImportFlags';
import { importGitCommand } from './commands/importGitCommand';
import { ImportGitFlags } from './commands/ImportGitFlags';
import { policyCheckCommand } from './commands/policyCheckCommand';
import { policyTestCommand } from './commands/policyTestCommand';
import { replayCommand } from './commands/replayCommand';
import { ReplayFlags } from './commands/ReplayFlags';

/** Runs the command line with its arguments (without node and script); gives back the exit code. */
export async function runCli(args: string[], io: CommandIo): Promise<number> {
  let code: number = exitCodes.done;
  const program = new Command('accountability')
    .description('Command line of Accountability for Backstage')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  addImport(program, async given => {
    code = await importCommand(given, io);
  });
  addImportGit(program, async flags => {
    code = await importGitCommand(flags, io);
  });
  addReplay(program, async flags => {
    code = await replayCommand(flags, io);
  });
  addGate(program, async (gate, flags) => {
    code = await gateCommand(gate, flags, io);
  });
  addBacktest(program, async (path, flags) => {
    code = await backtestCommand(path, flags, io);
  });
  addPolicy(program, {
    check: async (paths, flags) => {
      code = await policyCheckCommand(paths, flags, io);
    },
    test: async (paths, flags) => {
      code = await policyTestCommand(paths, flags, io);
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  return code;
}

function addImport(
  program: Command,
  run: (args: {
    what: string;
    path: string;
    flags: ImportFlags;
  }) => Promise<void>,
): void {
  program
    .command('import <what> <file>')
    .description('imports deployments, incidents or ownership from a file')
    .option('--format <format>', 'csv or ndjson; by default from the extension')
    .option(
      '--map <mapping>',
      'column=field, or field=template such as subject=generic:{app}; may be repeated',
      collect,
      [],
    )
    .option('--map-file <path>', 'mapping in YAML, see the README')
    .option(
      '--url <address>',
      'address of the plugin, .../api/accountability; or ACCOUNTABILITY_URL',
    )
    .option('--token <token>', 'access token; better in ACCOUNTABILITY_TOKEN')
    .option('--source-name <name>', 'leads made-up record ids', 'import')
    .option('--state-dir <dir>', 'keeps progress here and not beside the file')
    .option('--refused-file <path>', 'keeps all refused rows, as NDJSON')
    .option('--dry-run', 'maps everything and sends nothing')
    .action((what: string, path: string, flags: ImportFlags) =>
      run({ what, path, flags }),
    );
}

function addImportGit(
  program: Command,
  run: (flags: ImportGitFlags) => Promise<void>,
): void {
  program
    .command('import-git')
    .description('fills in past changes from the history of a clone')
    .requiredOption(
      '--subject <name>',
      'what the history is of, such as github:acme/payments',
    )
    .option('--repo <folder>', 'the clone', '.')
    .option(
      '--branch <name>',
      'by default that of the remote, else the one checked out',
    )
    .option('--since <date>', 'changes from then on; by default 548 days')
    .option(
      '--url <address>',
      'address of the plugin, .../api/accountability; or ACCOUNTABILITY_URL',
    )
    .option('--token <token>', 'access token; better in ACCOUNTABILITY_TOKEN')
    .option('--progress-file <path>', 'keeps progress there and not in .git')
    .option('--dry-run', 'reads everything and sends nothing')
    .action(run);
}

function addReplay(
  program: Command,
  run: (flags: ReplayFlags) => Promise<void>,
): void {
  program
    .command('replay')
    .description(
      'has stored deliveries of a source read again, with the collectors of today',
    )
    .option('--source <id>', 'the source, such as github')
    .option('--from <instant>', 'deliveries received from then on, ISO 8601')
    .option('--to <instant>', 'deliveries received before then, ISO 8601')
    .option('--no-wait', 'does not wait for the end; prints the id')
    .option('--list', 'lists the latest replays')
    .option('--cancel <id>', 'cancels one')
    .option(
      '--url <address>',
      'address of the plugin, .../api/accountability; or ACCOUNTABILITY_URL',
    )
    .option('--token <token>', 'access token; better in ACCOUNTABILITY_TOKEN')
    .action(run);
}
