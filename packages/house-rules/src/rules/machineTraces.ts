import { Rule, TreeFile, Violation } from '../tree';

const OWN = /^packages\/house-rules\//;
const traces = [
  {
    trace: /(^|["'`\s(=:])\/(home|Users|root|work)\/\w/,
    because: 'names a path of one machine',
  },
  { trace: /\b[A-Z]:\\Users\\/, because: 'names a path of one machine' },
  {
    trace: /__archiveUrl|\bnpmRegistryServer:|(^|\s)registry\s*=\s*http/,
    because: 'names a package registry',
  },
  {
    trace: /https?:\/\/[^\s"')]*\/-\/[^\s"')]*\.tgz/,
    because: 'names a package registry',
  },
  { trace: /_authToken|npmAuthToken:/, because: 'names a token of a registry' },
];

function check({ path, text }: TreeFile): Violation[] {
  return text
    .split('\n')
    .flatMap((content, index) =>
      traces
        .filter(({ trace }) => trace.test(content))
        .map(({ because }) => ({ path, line: index + 1, because })),
    );
}

/** No file names a machine's path or its package registry. */
export const machineTraces: Rule = files =>
  files.filter(({ path }) => !OWN.test(path)).flatMap(check);
