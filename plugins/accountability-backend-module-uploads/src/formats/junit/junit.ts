import { readInstant } from 'backstage-plugin-accountability-node';
import { readXml, rootNameOf } from '../../bodies/readXml';
import { refuse } from '../../refuse';
import { Reading, UploadFormat } from '../../UploadFormat';
import { childrenOf, textOf } from '../../bodies/xmlFields';
import { countTests } from './countTests';

const roots = ['testsuites', 'testsuite'];

/** JUnit XML: results of tests, in the form that all runners write. */
export const junit: UploadFormat = {
  id: 'junit',
  read: ({ text }): Reading => {
    const name = rootNameOf(text);
    if (!name || !roots.includes(name)) {
      return {
        refused:
          'The body is not JUnit XML, whose outermost element is <testsuites> or <testsuite>',
      };
    }
    const read = readXml(text, {
      what: 'JUnit XML',
      lists: ['testsuite', 'testcase'],
      skip: [
        '*.properties',
        '*.system-out',
        '*.system-err',
        '*.failure',
        '*.error',
        '*.skipped',
      ],
      strict: true,
    });
    if (!read.ok) return refuse(read);
    const { time, ...counts } = countTests(read.value);
    return {
      reports: [
        {
          tool: 'JUnit',
          madeAt: madeAt(read.value),
          measures: { ...counts, ...(time !== undefined && { time }) },
          closes: true,
        },
      ],
    };
  },
};

/** The latest start of an outer suite; most runners write it without a zone, and then it says nothing. */
function madeAt(root: unknown): string | undefined {
  return [root, ...childrenOf(root, 'testsuite')]
    .flatMap(suite => readInstant(textOf(suite, '@timestamp')) ?? [])
    .sort()
    .pop();
}
