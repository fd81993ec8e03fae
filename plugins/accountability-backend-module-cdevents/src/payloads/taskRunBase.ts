import { recordId } from './recordId';
import { RunPayload } from './runPayload';
import { subjectName } from './subjectName';

/** What every event about a task run says. It names its run and no pipeline, so the subject is its source. */
export function taskRunBase(payload: RunPayload) {
  const { context, subject } = payload;
  const { pipelineRun, taskName, uri, url } = subject.content;
  const source = subject.source ?? context.source;
  return {
    kind: 'build' as const,
    record: recordId('taskrun', { source, id: subject.id }),
    subject: subjectName(payload),
    at: context.timestamp,
    unit: 'job' as const,
    run: pipelineRun ? runOf(pipelineRun, context.source) : undefined,
    title: taskName?.slice(0, 500),
    url: uri ?? url,
  };
}

/** A run too long to name is no reason to lose the task. */
function runOf(
  { id, source }: { id: string; source?: string },
  own: string,
): string | undefined {
  const run = recordId('pipelinerun', { source: source ?? own, id });
  return run.length > 300 ? undefined : run;
}
