import { readInstant } from 'backstage-plugin-accountability-node';
import { readXml } from '../../bodies/readXml';
import { childrenOf, countOf, textOf } from '../../bodies/xmlFields';
import { CoverageRead, Ran } from './CoverageRead';

/** Reads JaCoCo's XML: the counters of the whole report, which stand beside its packages and groups. */
export function jacoco(text: string): CoverageRead {
  const read = readXml(text, {
    what: "JaCoCo's XML",
    lists: ['counter', 'sessioninfo'],
    skip: ['report.package', 'report.group'],
    strict: false,
  });
  if (!read.ok) return read;
  const counters = childrenOf(read.value, 'counter');
  const ran = (type: string): Ran | undefined => {
    const found = counters.find(each => textOf(each, '@type') === type);
    const covered = countOf(found, '@covered');
    const missed = countOf(found, '@missed');
    return covered === undefined || missed === undefined
      ? undefined
      : { covered, total: covered + missed };
  };
  const lines = ran('LINE');
  if (!lines) {
    return {
      ok: false,
      because:
        'The <report> counts no lines in all; it is not of JaCoCo, or its classes were compiled without line numbers',
    };
  }
  const dumps = childrenOf(read.value, 'sessioninfo').flatMap(
    each => readInstant(textOf(each, '@dump')) ?? [],
  );
  return {
    ok: true,
    value: {
      tool: 'JaCoCo',
      madeAt: dumps.sort().pop(),
      lines,
      branches: ran('BRANCH'),
    },
  };
}
