/** Kinds of things of CDEvents that become records; their ids may be the same. */
export type RecordOf =
  | 'deployment'
  | 'incident'
  | 'change'
  | 'pipelinerun'
  | 'taskrun'
  | 'build';

/** The record of a thing, the same in every event about it. */
export function recordId(
  of: RecordOf,
  { source, id }: { source: string; id: string },
): string {
  return `cdevents:${of}:${source}#${id}`;
}
