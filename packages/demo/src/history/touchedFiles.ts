import { ServicePlan } from '../company/CompanyPlan';
import { Random } from '../company/Random';
import { EventOf } from './DemoEvent';

const places = [
  'src/api/routes',
  'src/api/handlers',
  'src/domain/rules',
  'src/domain/model',
  'src/storage/queries',
  'src/storage/migrations',
  'src/events/consumers',
  'web/pages/list',
  'web/pages/detail',
  'deploy/chart/values',
];

type Files = Pick<EventOf<'change'>, 'paths' | 'files' | 'code'>;

/** The files of a change: a place or two, with or without tests; a bot touches what the package manager keeps. */
export function touchedFiles(
  { profile }: ServicePlan,
  given: {
    random: Random;
    byBot: boolean;
    additions?: number;
    deletions?: number;
  },
): Files {
  const { random, byBot, additions = 0, deletions = 0 } = given;
  if (byBot) {
    return {
      paths: ['package.json', 'package-lock.json'],
      files: 2,
      code: { files: 1, sources: 0, tests: 0, additions: 2, deletions: 2 },
    };
  }
  const sources = Array.from(
    { length: random.int(1, 3) },
    () => `${random.pick(places)}/part${random.int(1, 7)}.ts`,
  );
  const tests = random.chance(profile.testedShare)
    ? [sources[0].replace(/\.ts$/, '.test.ts')]
    : [];
  const paths = [...new Set([...sources, ...tests])];
  return {
    paths,
    files: paths.length,
    code: {
      files: paths.length,
      sources: paths.length - tests.length,
      tests: tests.length,
      additions,
      deletions,
    },
  };
}
