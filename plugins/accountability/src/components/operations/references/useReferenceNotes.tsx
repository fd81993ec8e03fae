import { ReactNode } from 'react';
import {
  ReferenceHealth,
  ReferenceId,
} from 'backstage-plugin-accountability-common';
import { formatNumber, formatSpan, Text, useText } from '../../../text';
import { ageWords } from '../sources/spanWords';
import { SourceNote } from '../sources/useSourceNotes';
import { isOld, oldAfterMs, referenceState, shapeOf } from './referenceState';

/** The configuration that decides whether and where something is looked up. */
const keys: Record<ReferenceId, string> = {
  kev: 'accountability.lists.kev',
  epss: 'accountability.lists.epss',
  lifecycles: 'accountability.lists.lifecycles',
  packages: 'accountability.packages.sources',
  codeowners: 'accountability.codeowners.enabled',
  runtimes: 'accountability.runtimes.enabled',
};

/** Where an operator finds which repositories fail. */
const tables: Partial<Record<ReferenceId, string>> = {
  codeowners: 'codeowners_files',
  runtimes: 'manifest_repositories',
};

const code = (text: string) => <code className="acc-code">{text}</code>;

/** What to know and to do about one thing that is looked up outside, the gravest first; empty where all is well. */
export function useReferenceNotes(
  reference: ReferenceHealth,
  now: number,
): SourceNote[] {
  const t = useText();
  return [
    ...failingNotes(t, reference, now),
    ...oldNotes(t, reference, now),
    ...waitingNotes(t, reference),
    ...offNotes(t, reference),
  ];
}

function failingNotes(
  t: Text,
  reference: ReferenceHealth,
  now: number,
): SourceNote[] {
  const { id, state, because = '', entries = 0 } = reference;
  if (state !== 'failing') return [];
  return [
    {
      id: 'failing',
      shape: shapeOf(referenceState(reference, now)),
      what: entries > 0 ? t('referenceNote.kept', { because }) : because,
      todo: mend(t, id),
    },
  ];
}

function mend(t: Text, id: ReferenceId): ReactNode {
  const key = code(keys[id]);
  const table = tables[id];
  if (table !== undefined) {
    return t('referenceNote.filesDo', {
      key: code('integrations'),
      table: code(table),
    });
  }
  return id === 'packages'
    ? t('referenceNote.packagesDo', { key })
    : t('referenceNote.listDo', { key });
}

function oldNotes(
  t: Text,
  reference: ReferenceHealth,
  now: number,
): SourceNote[] {
  const { id, asOf = now } = reference;
  if (!isOld(reference, now)) return [];
  const what = t('referenceNote.old', {
    age: ageWords(t, asOf, now),
    limit: formatSpan(oldAfterMs[id] ?? 0),
  });
  const todo = t('referenceNote.oldDo', { key: code(keys[id]) });
  return [{ id: 'old', shape: 'warn', what, todo }];
}

function waitingNotes(t: Text, reference: ReferenceHealth): SourceNote[] {
  const { id, state, waiting } = reference;
  if (state !== 'waiting') return [];
  const note = { id: 'waiting', shape: shapeOf('waiting') };
  if (waiting === 0) {
    return id === 'packages'
      ? [
          {
            ...note,
            what: t('referenceNote.waitingPackages'),
            todo: t('referenceNote.waitingPackagesDo'),
          },
        ]
      : [
          {
            ...note,
            what: t('referenceNote.waitingFiles'),
            todo: t('referenceNote.waitingFilesDo', {
              key: code('github.com/project-slug'),
            }),
          },
        ];
  }
  const what =
    waiting === undefined
      ? t('referenceNote.waitingList')
      : t('referenceNote.waitingSome', {
          count: waiting,
          number: formatNumber(waiting),
        });
  return [{ ...note, what, todo: t('referenceNote.waitingDo') }];
}

function offNotes(t: Text, { id, state }: ReferenceHealth): SourceNote[] {
  if (state !== 'off') return [];
  const key = code(keys[id]);
  return [
    {
      id: 'off',
      shape: shapeOf('off'),
      what: t(`referenceOff.${id}`),
      todo:
        tables[id] === undefined
          ? t('referenceNote.offDo', { key })
          : t('referenceNote.disabledDo', { key }),
    },
  ];
}
