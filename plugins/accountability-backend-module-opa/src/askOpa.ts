import {
  AskedEngine,
  EngineQuestion,
  HttpClient,
  OutsideFault,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { readResult } from './readResult';
import { toInput } from './toInput';

/** An answer, and where there is none whether OPA is out or that rule fails. */
export interface OpaAnswer {
  answer: Awaited<ReturnType<AskedEngine['ask']>>[number];
  fault?: 'out' | 'rule';
}

const body = z.object({ result: z.unknown().optional() });

/** Asks OPA for one rule of one service. Never throws. */
export async function askOpa(
  client: HttpClient,
  question: EngineQuestion,
  signal: AbortSignal,
): Promise<OpaAnswer> {
  const { path } = question;
  const answer = await client.post({
    path: `/v1/data/${path}`,
    body: { input: toInput(question) },
    signal,
  });
  if (answer.status === 'fault') return failed(answer.fault, path);
  const read = body.safeParse(
    answer.status === 'answered' ? answer.body : undefined,
  );
  return {
    answer: read.success
      ? readResult(read.data.result, path)
      : {
          status: 'error',
          because: `What answers in place of OPA at ${path} is no answer of its Data API; check accountability.opa.url.`,
        },
  };
}

function failed(fault: OutsideFault, path: string): OpaAnswer {
  const answered = fault.status !== undefined;
  const todo = answered
    ? `see what its log says of ${path}`
    : 'see whether it is up, and check accountability.opa.url';
  return {
    answer: {
      status: 'error',
      because: `OPA could not be asked: ${fault.message}; ${todo}.`,
    },
    fault: answered && fault.kind !== 'limited' ? 'rule' : 'out',
  };
}
