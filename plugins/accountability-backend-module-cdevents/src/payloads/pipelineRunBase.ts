import { recordId } from './recordId';
import { RunPayload } from './runPayload';
import { subjectName } from './subjectName';

/** What every event about a pipeline run says; the service is the pipeline. */
export function pipelineRunBase(payload: RunPayload) {
  const { context, subject } = payload;
  const { pipelineName, uri, url } = subject.content;
  const source = subject.source ?? context.source;
  return {
    kind: 'build' as const,
    record: recordId('pipelinerun', { source, id: subject.id }),
    subject: subjectName(
      payload,
      pipelineName === undefined ? undefined : { id: pipelineName },
    ),
    ...(pipelineName === undefined && { standIn: true as const }),
    at: context.timestamp,
    unit: 'run' as const,
    pipeline: pipelineName?.slice(0, 300),
    url: uri ?? url,
  };
}
