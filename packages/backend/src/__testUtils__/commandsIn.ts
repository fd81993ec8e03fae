import { execFileSync } from 'node:child_process';

/** A command as a shell understood it. */
export interface ShellCommand {
  name: string;
  args: string[];
  /** What was exported before it as the address. */
  url: string;
}

const END = '\u0001';

/** The commands of a script, curl and yarn, as a shell reads them: quotes, variables and dates are its own; none of the two is run. */
export function commandsIn(
  script: string,
  env: Record<string, string> = {},
): ShellCommand[] {
  const note = (name: string) =>
    `${name}() { printf '%s\\000' ${name} "$ACCOUNTABILITY_URL" "$@"; printf '\\001'; }`;
  const told = execFileSync(
    'sh',
    ['-euc', [note('curl'), note('yarn'), script].join('\n')],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ACCOUNTABILITY_URL: '', ...env },
    },
  );
  return told
    .split(END)
    .filter(Boolean)
    .map(command => {
      const [name, url, ...args] = command.split('\0').slice(0, -1);
      return { name, url, args };
    });
}
