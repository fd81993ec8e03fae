import { Account } from '../payloads/account';
import { RequestDetails } from './requestDetails';

/** An account of GraphQL's as webhooks write it. */
export function toAccount(
  given: RequestDetails['author'],
): Account | undefined {
  return given
    ? { login: given.login ?? undefined, type: given.__typename }
    : undefined;
}
