import { Rule, TreeFile, Violation } from '../tree';

const TEXT = /\.(tsx?|m?js|ya?ml|md|json|sh)$/;
const OWN = /^packages\/house-rules\/|(^|\/)yarn\.lock$/;
const marks = [
  { mark: /\b(TODO|FIXME|XXX)\b/, because: 'is left to do' },
  { mark: /\b(describe|it|test)\.only\(/, because: 'runs one test alone' },
  {
    mark: /\b(xit|xdescribe|fit|fdescribe)\(/,
    because: 'changes which tests run',
  },
  { mark: /^\s*debugger;?\s*$/, because: 'stops in a debugger' },
];

function check({ path, text }: TreeFile): Violation[] {
  return text
    .split('\n')
    .flatMap((content, index) =>
      marks
        .filter(({ mark }) => mark.test(content))
        .map(({ because }) => ({ path, line: index + 1, because })),
    );
}

/** Nothing is left over from working on it. */
export const leftovers: Rule = files =>
  files.filter(({ path }) => TEXT.test(path) && !OWN.test(path)).flatMap(check);
