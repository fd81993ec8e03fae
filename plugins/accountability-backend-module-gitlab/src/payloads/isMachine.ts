/** Accounts that GitLab makes for tokens, services and itself, and those that call themselves bots. */
const MACHINE =
  /^((project|group)_\d+_bot|service_account_|gitlabduo$|ghost\d*$)|[-_]bot\d*$/i;

/** Whether a user is none of flesh and blood, by the only thing that tells everywhere: its name. */
export function isMachine(username: string): boolean {
  return MACHINE.test(username);
}
