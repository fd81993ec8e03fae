import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  NotModifiedError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';

/** Their sentences were written for who asks. */
const told = [
  NotImplementedError.name,
  NotModifiedError.name,
  ServiceUnavailableError.name,
  InputError.name,
  AuthenticationError.name,
  NotAllowedError.name,
  NotFoundError.name,
  ConflictError.name,
];

/**
 * Gives the error to answer with: what was written for who asks as it is, and
 * for what fails inside an id, under which the log has it. Faults of databases
 * bring their SQL, and those of the network addresses; Backstage hides some
 * faults of PostgreSQL only.
 */
export function hideFault(error: unknown, logger: LoggerService): unknown {
  if (isTold(error)) return error;
  const logId = randomUUID();
  logger
    .child({ logId })
    .error(
      `A request failed, which was answered with logId=${logId}`,
      isError(error) ? error : undefined,
    );
  return new Error(`An internal error occurred logId=${logId}`);
}

function isTold(error: unknown): boolean {
  if (!isError(error)) return false;
  const status = [error.statusCode, error.status].find(
    each => typeof each === 'number',
  );
  return status === undefined
    ? told.includes(error.name)
    : Number(status) < 500;
}
