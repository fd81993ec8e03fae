import { IncomingDelivery } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import {
  headersOf,
  readParameters,
  sharedParameters,
} from '../binding/parameters';

const schema = z.strictObject(sharedParameters);

/** What a caller says of a history: whose it is, and of which branch. */
export interface History {
  subject: string;
  branch?: string;
  defaultBranch: boolean;
}

/** Headers that hold the parameters, as the intake hands them over. */
export const historyHeaders = headersOf(schema);

/** Reads the parameters of a history, or says how a right call looks. */
export function readHistory(
  headers: IncomingDelivery['headers'],
): { ok: true; history: History } | { ok: false; because: string } {
  const read = readParameters(schema, headers);
  if (!read.ok) {
    return {
      ok: false,
      because: `The parameters do not say whose history it is: ${read.because}. A right call is POST …/deliveries/git-log?subject=github:acme/payments&branch=main`,
    };
  }
  const { 'default-branch': defaultBranch = true, ...rest } = read.parameters;
  return { ok: true, history: { ...rest, defaultBranch } };
}
