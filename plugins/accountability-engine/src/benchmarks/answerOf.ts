import { Benchmark } from 'backstage-plugin-accountability-common';
import { BenchmarkQuestion } from './BenchmarkEdition';
import { benchmarkEditions } from './editions';

/** The answer that a value of a fact is in each edition that asks about it, newest edition first. */
export function answerOf(fact: string, value: number): Benchmark[] {
  return benchmarkEditions.flatMap(({ edition, source, questions }) => {
    const question = questions.find(({ facts }) => facts.includes(fact));
    const answer = question && answerOn(question, value);
    return answer === undefined ? [] : [{ edition, source, answer }];
  });
}

function answerOn(
  { scale }: BenchmarkQuestion,
  value: number,
): string | undefined {
  if (scale === 'percentage') return `${Math.round(value * 100)} %`;
  return scale.findLast(({ from }) => from <= value)?.answer;
}
