import { InputError, isError } from '@backstage/errors';
import express, { NextFunction, Request, Response } from 'express';
import { PayloadTooLargeError } from '../ingestion';

/** What people write here is a few sentences; bodies of senders are read by the intake. */
const maxBodyBytes = 64 * 1024;
/** A candidate policy is a whole file, and longer where JSON escapes it. */
const maxPolicyBodyBytes = 600 * 1024;

const parse = express.json({ limit: maxBodyBytes });
const parsePolicy = express.json({ limit: maxPolicyBodyBytes });

/** Reads JSON bodies; mounted before the API, whose own reader takes every fault for a bad request. */
export function readJson(req: Request, res: Response, next: NextFunction) {
  const [read, most] =
    req.path === '/backtests'
      ? [parsePolicy, maxPolicyBodyBytes]
      : [parse, maxBodyBytes];
  read(req, res, (error?: unknown) => next(error && inWords(error, most)));
}

function inWords(error: unknown, most: number): Error {
  if (isError(error) && error.type === 'entity.too.large') {
    return new PayloadTooLargeError(
      `The body is larger than ${most} bytes, the most that is taken here; shorten what it says`,
    );
  }
  const why = isError(error) ? `: ${error.message}` : '';
  return new InputError(`The body is not JSON that can be read${why}`);
}
