/** The accounts that GitLab makes for tokens, services and itself. */
const MACHINE =
  /^((project|group)_\d+_bot|service_account_|gitlab-bot$|ghost$)/i;

/** Whether a user is none of flesh and blood, by the only thing that tells: its name, which goes no further. */
export function isMachine(username: string): boolean {
  return MACHINE.test(username);
}
