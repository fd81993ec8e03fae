import { CdEvent } from './cdEvent';

/**
 * The subject of what an event speaks of, or of its source where it names
 * nothing: an id is one of a kind only within its source. A comma would end
 * an alias of the catalog, so it is encoded.
 */
export function subjectName(
  { context, subject }: CdEvent,
  named?: { id: string; source?: string },
): string {
  const source = named?.source ?? subject.source ?? context.source;
  const id = named === undefined ? '' : `#${named.id}`;
  return `cdevents:${source}${id}`.replaceAll(',', '%2C');
}
