import { z } from 'zod';
import { cdEvent } from './cdEvent';

/** What is read of an event about a build: its content says no more of it. */
export const buildPayload = cdEvent(z.unknown().optional());

/** An event about a build. */
export type BuildPayload = z.output<typeof buildPayload>;
