import { Benchmark, FactValue } from 'backstage-plugin-accountability-common';
import { answerOf } from './answerOf';

/** A value of fewer records is no answer to a survey. */
const leastSample = 10;

/** What to read a measured value beside; nothing for an unknown or a value of few records. */
export function benchmarksOf(fact: FactValue): Benchmark[] {
  if (fact.status === 'unknown' || fact.sampleSize < leastSample) return [];
  return typeof fact.value === 'number' ? answerOf(fact.id, fact.value) : [];
}
