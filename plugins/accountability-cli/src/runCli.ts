import { Command, CommanderError } from 'commander';
import { CommandIo, exitCodes } from './commands/CommandIo';
import { importCommand } from './commands/importCommand';
import { ImportFlags } from './commands/ImportFlags';

const collect = (value: string, before: string[]) => [...before, value];

/** Runs the command line with its arguments (without node and script); gives back the exit code. */
export async function runCli(args: string[], io: CommandIo): Promise<number> {
  let code: number = exitCodes.done;
  const program = new Command('accountability')
    .description('Command line of Accountability for Backstage')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
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
    .option('--url <address>', 'address of the plugin, .../api/accountability')
    .option('--token <token>', 'access token; better in ACCOUNTABILITY_TOKEN')
    .option('--source-name <name>', 'leads made-up record ids', 'import')
    .option('--state-dir <dir>', 'keeps progress here and not beside the file')
    .option('--refused-file <path>', 'keeps all refused rows, as NDJSON')
    .option('--dry-run', 'maps everything and sends nothing')
    .action(async (what: string, path: string, flags: ImportFlags) => {
      code = await importCommand({ what, path, flags }, io);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  return code;
}
