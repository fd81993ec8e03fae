import { CustomErrorBase, InputError, isError } from '@backstage/errors';
import express, { Request, Response } from 'express';

/** The body is larger than its source takes; answered with 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/**
 * Reads the raw body, inflated where it is compressed. The limit, in bytes,
 * holds for the inflated body too.
 */
export async function readBody(
  req: Request,
  res: Response,
  maxBodyBytes: number,
): Promise<Buffer> {
  const encoding = req.headers['content-encoding'];
  const read = express.raw({ type: () => true, limit: maxBodyBytes });
  await new Promise<void>((resolve, reject) => {
    read(req, res, (error?: unknown) =>
      error ? reject(inWords(error, { maxBodyBytes, encoding })) : resolve(),
    );
  });
  const body: unknown = req.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function inWords(
  error: unknown,
  { maxBodyBytes, encoding }: { maxBodyBytes: number; encoding?: string },
): Error {
  if (!isError(error)) return new InputError('The body could not be read');
  if (error.type === 'entity.too.large') {
    return new PayloadTooLargeError(
      `The body is larger than ${maxBodyBytes} bytes, the most this source takes; send it in parts`,
    );
  }
  if (error.type === 'encoding.unsupported') {
    return new InputError(
      `A body of Content-Encoding ${error.encoding} is not read; send it as gzip or deflate, or as it is`,
    );
  }
  // What zlib says names neither the header nor what to do.
  if (encoding !== undefined && encoding !== 'identity') {
    return new InputError(
      `The body is not the ${encoding} that its Content-Encoding says: it is empty, cut off, or not compressed`,
    );
  }
  return new InputError(`The body could not be read: ${error.message}`);
}
