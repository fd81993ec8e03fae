import { BuildPayload } from './buildPayload';
import { recordId } from './recordId';
import { subjectName } from './subjectName';

/** What every event about a build says: neither a pipeline nor an outcome. CDEvents calls a build a task. */
export function buildBase(payload: BuildPayload) {
  const { context, subject } = payload;
  const source = subject.source ?? context.source;
  return {
    kind: 'build' as const,
    record: recordId('build', { source, id: subject.id }),
    subject: subjectName(payload),
    at: context.timestamp,
    unit: 'job' as const,
  };
}
