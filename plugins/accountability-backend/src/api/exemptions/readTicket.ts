import { InputError } from '@backstage/errors';

const most = 2000;

/** The address of a ticket; throws 400 for one that nobody could follow. */
export function readTicket(ticket: string): string {
  const address = ticket.trim();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || address.length > most) {
    throw new InputError(
      `ticket must be an address that begins with https:// or http://, of at most ${most.toLocaleString(
        'en-US',
      )} characters; leave it out where there is none`,
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      'ticket must hold no user and no password, which everybody could read',
    );
  }
  return address;
}
