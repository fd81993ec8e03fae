import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { environmentName } from './environmentName';
import { readArtifact } from './readArtifact';
import { recordId } from './recordId';
import { ServicePayload } from './servicePayload';
import { subjectName } from './subjectName';

/**
 * A deployment that got through: CDEvents tells of it once, when it is done.
 * Events of one source may share an id and differ in what they say was done.
 */
export function deploymentEvent(
  payload: ServicePayload,
  done: 'deployed' | 'upgraded' | 'rolledback',
): { events: [RecordEventInput] } {
  const { context, subject } = payload;
  const { environment, artifactId } = subject.content;
  return {
    events: [
      {
        kind: 'deployment',
        record: recordId('deployment', {
          source: context.source,
          id: `${context.id}:${done}`,
        }),
        subject: subjectName(payload, subject),
        at: context.timestamp,
        state: 'finished',
        result: 'success',
        environment: environment ? environmentName(environment.id) : undefined,
        rollback: done === 'rolledback' ? true : undefined,
        chain: context.chainId?.slice(0, 200),
        ...readArtifact(artifactId),
      },
    ],
  };
}
