import { subjectRules } from './subjectRules';

/** A subject of an entity and the annotation that names it. */
export interface SubjectKey {
  subject: string;
  origin: string;
}

/**
 * Subjects of an entity by its annotations, each once, with the first rule
 * that names it as origin. Several entities may name the same subject: it
 * then belongs to each of them.
 */
export function readSubjectKeys(
  annotations: Record<string, string> = {},
): SubjectKey[] {
  const origins = new Map<string, string>();
  for (const { annotation, subjects, unless } of subjectRules) {
    const value = annotations[annotation]?.trim();
    if (!value || unless?.some(other => annotations[other]?.trim())) continue;
    for (const subject of subjects(value)) {
      if (subject && !origins.has(subject)) origins.set(subject, annotation);
    }
  }
  return [...origins].map(([subject, origin]) => ({ subject, origin }));
}
