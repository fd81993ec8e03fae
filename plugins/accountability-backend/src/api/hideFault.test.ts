import { mockServices } from '@backstage/backend-test-utils';
import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { PayloadTooLargeError } from '../ingestion';
import { hideFault } from './hideFault';

/** What is answered with, and what is logged. */
function handle(error: unknown) {
  const failed = jest.fn();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue({ ...logger, error: failed });
  const passed = hideFault(error, logger);
  return { passed, logged: failed.mock.calls };
}

describe('hideFault', () => {
  it.each([
    new InputError('at must be an instant'),
    new NotFoundError('There is no such gate'),
    new ServiceUnavailableError('No catalog was read yet'),
    new PayloadTooLargeError('Send it in parts'),
    Object.assign(new Error('Bad body'), { status: 400 }),
  ])('lets through what was written for who asks: $message', error => {
    expect(handle(error)).toEqual({ passed: error, logged: [] });
  });

  it.each([
    Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), {
      code: 'ECONNREFUSED',
      address: '10.0.0.5',
    }),
    Object.assign(new Error('select * from "services" - gone'), {
      code: '42P01',
    }),
    new TypeError('Cannot read properties of undefined'),
    Object.assign(new Error('upstream says 10.0.0.5'), { statusCode: 502 }),
    'a text',
    undefined,
  ])('answers an id in place of %s, under which the log has it', error => {
    const { passed, logged } = handle(error);

    expect(passed).toBeInstanceOf(Error);
    expect(JSON.stringify(passed)).toBe('{}');
    expect(`${passed}`).toMatch(/^Error: An internal error occurred logId=/);
    expect(logged).toHaveLength(1);
  });
});
