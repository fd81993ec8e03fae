import { LoggerService } from '@backstage/backend-plugin-api';
import {
  askGraphql,
  HttpFault,
  OutsideFault,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { PolledProject } from './projectStream';
import { requestAnswer, requestQuery } from './requestQuery';

/** Who says no to one request says no to all: it is an older GitLab, or the token may not. */
const REFUSED_MS = 6 * 60 * 60_000;

type Answer = z.output<typeof requestAnswer>['project'];

/** Asks GraphQL for what only it knows of merge requests. They are told of without it where it does not answer. */
export class RequestReader {
  private refusedUntil = 0;
  private warnedUntil = 0;

  constructor(private readonly logger: LoggerService) {}

  /** Undefined where GraphQL tells nothing; a fault only where asking again later is better. */
  async read(
    polled: PolledProject,
    iid: number,
  ): Promise<{ is: Answer } | undefined | HttpFault> {
    const { api, project, signal, startedAt: now } = polled;
    if (now < this.refusedUntil) return undefined;
    const answer = await askGraphql(api.graphql, {
      path: '/graphql',
      query: requestQuery,
      variables: { path: project.path_with_namespace, iid: `${iid}` },
      signal,
      now,
    });
    if (answer.status === 'fault') return this.withoutIt(answer, now);
    const read = requestAnswer.safeParse(answer.data);
    if (read.success) return { is: read.data.project };
    const because = `it tells nothing of ${project.path_with_namespace}!${iid}`;
    const fault = new OutsideFault('unreadable', because);
    return this.withoutIt({ status: 'fault', fault }, now);
  }

  private withoutIt(answer: HttpFault, now: number): HttpFault | undefined {
    const { kind, message } = answer.fault;
    if (kind === 'limited' || kind === 'stopped') return answer;
    if (kind === 'refused') this.refusedUntil = now + REFUSED_MS;
    if (now < this.warnedUntil) return undefined;
    this.warnedUntil = now + REFUSED_MS;
    this.logger.warn(
      `Merge requests of GitLab are told of without their files, commits and remarks: ${message}`,
    );
    return undefined;
  }
}
