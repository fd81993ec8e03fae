import {
  CompiledCheck,
  EngineAnswer,
} from 'backstage-plugin-accountability-engine';
import {
  AskedEngine,
  EngineQuestion,
  cutText,
  withinSignal,
} from 'backstage-plugin-accountability-node';
import { chunk, groupBy } from 'lodash';
import { AskedService } from './AskedService';

/** Who is asked, and for how long. */
export interface AskOptions {
  engines: readonly AskedEngine[];
  signal?: AbortSignal;
  /** For all questions together, milliseconds; where absent 20 s, a third of the lease of a batch. */
  timeoutMs?: number;
}

/** One rule of one service. */
export interface RuleQuestion {
  rule: string;
  check: CompiledCheck;
  scope: AskedService;
}

/** What became of the rules of one service. */
interface Asked {
  answers: Map<string, EngineAnswer>;
  retry: boolean;
}

type Given = { question: RuleQuestion; answer: EngineAnswer; retry: boolean };

const TIMEOUT_MS = 20_000;
/** Questions that an engine is given at once; it bounds by itself how many of them are on their way. */
const AT_ONCE = 100;
const LONGEST_SENTENCE = 500;

/** Asks each rule of the engine that it names; by service, by rule. Never throws. */
export async function askRules(
  questions: readonly RuleQuestion[],
  { engines, signal, timeoutMs = TIMEOUT_MS }: AskOptions,
): Promise<ReadonlyMap<string, Asked>> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const ended = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const byEngine = Object.entries(groupBy(questions, engineOf));
  const given = await Promise.all(
    byEngine.map(([id, some]) => {
      const engine = engines.find(one => one.id === id);
      return engine
        ? askInTurn(engine, some, ended)
        : some.map(question => ({
            question,
            retry: false,
            answer: failed(
              `The engine ${id} is not installed: add its module to the backend, or have the check ask another one.`,
            ),
          }));
    }),
  );
  const asked = new Map<string, Asked>();
  for (const { question, answer, retry } of given.flat()) {
    const { entityRef } = question.scope.service;
    const one = asked.get(entityRef) ?? { answers: new Map(), retry: false };
    asked.set(entityRef, one);
    one.answers.set(question.rule, answer);
    one.retry ||= retry;
  }
  return asked;
}

async function askInTurn(
  engine: AskedEngine,
  questions: readonly RuleQuestion[],
  signal: AbortSignal,
): Promise<Given[]> {
  const given: Given[] = [];
  const sound = questions.filter(question => {
    const fault = engine.faultOf(pathOf(question));
    if (fault === undefined) return true;
    given.push({ question, retry: false, answer: failed(fault) });
    return false;
  });
  for (const part of chunk(sound, AT_ONCE)) {
    const answers = await askPart(engine, part, signal);
    given.push(
      ...part.map((question, index) => {
        const answer = answers[index];
        return { question, answer, retry: answer.status === 'error' };
      }),
    );
  }
  return given;
}

/** As many answers as questions, whatever the engine does. */
async function askPart(
  engine: AskedEngine,
  questions: readonly RuleQuestion[],
  signal: AbortSignal,
): Promise<EngineAnswer[]> {
  const all = (because: string) => questions.map(() => failed(because));
  const late = `The engine ${engine.id} gave no answer in time; see whether it is up, and what it is asked for.`;
  if (signal.aborted) return all(late);
  try {
    const asking = engine.ask(questions.map(toQuestion), { signal });
    const answers = await withinSignal(asking, signal);
    return answers.length === questions.length
      ? answers.map(trim)
      : all(
          `The engine ${engine.id} gave ${answers.length} answers to ${questions.length} questions; see to its module.`,
        );
  } catch (error) {
    if (signal.aborted) return all(late);
    const why = error instanceof Error ? error.message : String(error);
    return all(`The engine ${engine.id} could not be asked: ${why}`).map(trim);
  }
}

function toQuestion({ check, scope }: RuleQuestion): EngineQuestion {
  const { service, facts, request, now } = scope;
  return {
    entityRef: service.entityRef,
    path: pathOf({ check }),
    facts: check.facts.flatMap(id => facts.get(id) ?? []),
    service,
    ...(request && { request }),
    now,
  };
}

function engineOf({ check: { program } }: RuleQuestion): string {
  return 'engine' in program ? program.engine : '';
}

function pathOf({ check }: Pick<RuleQuestion, 'check'>): string {
  const { program } = check;
  return 'engine' in program ? program.path : check.expression;
}

function failed(because: string): EngineAnswer {
  return { status: 'error', because };
}

/** One line of bounded length, so that no engine fills pages and tables. */
function trim({ status, because }: EngineAnswer): EngineAnswer {
  return { status, because: cutText(because, LONGEST_SENTENCE) ?? status };
}
