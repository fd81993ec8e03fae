import { Random } from './Random';

/** What a service is built on, and how old its parts are. */
export interface Stack {
  /** Package urls with their versions. */
  runtimes: readonly string[];
  /** Years that its dependencies lag behind, about. */
  lagYears: number;
  /** Share of its rollouts of which CI uploads a bill of materials. */
  billShare: number;
}

/** Lines of runtimes, the newest first. */
const lines = {
  node: ['24.11.1', '22.21.0', '20.19.5', '18.20.8'],
  java: ['25.0.1', '21.0.9', '17.0.17', '11.0.29'],
  python: ['3.14.0', '3.13.9', '3.11.14', '3.9.25'],
} as const;
const systems = ['3.23.0', '3.22.2', '3.20.8', '3.18.12'];
const databases = ['18.1', '17.7', '15.15', '13.23'];

const packageOf: Record<keyof typeof lines, string> = {
  node: 'pkg:generic/node',
  java: 'pkg:generic/openjdk',
  python: 'pkg:generic/python',
};

/** The better a service is looked after, the newer it is: `care` is 0 to 1. */
export function stackOf(care: number, random: Random): Stack {
  const age = Math.min(3, Math.floor((1 - care) * 4 + random.next() * 0.8));
  const runtime = random.pick(['node', 'node', 'java', 'python'] as const);
  return {
    runtimes: [
      `${packageOf[runtime]}@${lines[runtime][age]}`,
      `pkg:generic/alpine@${systems[age]}`,
      ...(random.chance(0.6)
        ? [`pkg:generic/postgresql@${databases[age]}`]
        : []),
    ],
    lagYears: 0.2 + (1 - care) * 2.5,
    billShare: care,
  };
}
