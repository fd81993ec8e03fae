import { ReactNode } from 'react';
import {
  CheckStatus,
  PollingHealth,
  SourceHealth,
} from 'backstage-plugin-accountability-common';
import { formatNumber, Text, useText } from '../../../text';
import { deliveriesOf, needsPerson, sourceState } from './sourceState';
import { ageWords } from './spanWords';

/** Something about a source that a person has to look at, and how to go about it. */
export interface SourceNote {
  id: string;
  shape: CheckStatus;
  what: ReactNode;
  todo: ReactNode;
}

/** What needs a person at one source, the gravest first; empty for one that is well. */
export function useSourceNotes(source: SourceHealth, now: number) {
  const t = useText();
  const notes: SourceNote[] = [
    ...stuckNotes(t, source),
    ...quietNotes(t, source),
    ...refusedNotes(t, source, now),
    ...limitedNotes(t, source),
    ...(source.polling ?? []).flatMap(stream => pollingNotes(t, stream)),
    ...unreadableNotes(t, source),
  ];
  return notes;
}

function stuckNotes(t: Text, { waiting }: SourceHealth): SourceNote[] {
  if (!waiting?.trouble) return [];
  const { deliveries, trouble } = waiting;
  const what = t('sourceNote.stuck', {
    count: deliveries,
    number: formatNumber(deliveries),
    because: bare(trouble),
  });
  return [{ id: 'stuck', shape: 'fail', what, todo: t('sourceNote.stuckDo') }];
}

function quietNotes(t: Text, { on, gap }: SourceHealth): SourceNote[] {
  if (!on || !gap) return [];
  const what = t('sourceNote.quiet', { because: bare(gap.because) });
  return [{ id: 'quiet', shape: 'fail', what, todo: t('sourceNote.quietDo') }];
}

function refusedNotes(
  t: Text,
  source: SourceHealth,
  now: number,
): SourceNote[] {
  const { on, refused, lastRefusal, lastReceivedAt } = source;
  const onlyBefore = refused === 0;
  if (!on || !lastRefusal) return [];
  if (onlyBefore && lastReceivedAt !== undefined) return [];
  const values = {
    age: ageWords(t, lastRefusal.at, now),
    because: bare(lastRefusal.because),
  };
  return [
    {
      id: 'refused',
      shape: sourceState(source) === 'refused' ? 'fail' : 'warn',
      what: onlyBefore
        ? t('sourceNote.refusedBefore', values)
        : t('sourceNote.refused', {
            ...values,
            count: refused,
            number: formatNumber(refused),
          }),
      todo: t('sourceNote.refusedDo', {
        key: (
          <code className="acc-code">
            accountability.sources.{source.source}.secrets
          </code>
        ),
      }),
    },
  ];
}

function limitedNotes(
  t: Text,
  { on, limited = 0 }: SourceHealth,
): SourceNote[] {
  if (!on || limited === 0) return [];
  const what = t('sourceNote.limited', {
    count: limited,
    number: formatNumber(limited),
  });
  const todo = t('sourceNote.limitedDo', {
    key: (
      <code className="acc-code">
        accountability.intake.rateLimit.perMinute
      </code>
    ),
  });
  return [{ id: 'limited', shape: 'warn', what, todo }];
}

function pollingNotes(t: Text, polled: PollingHealth): SourceNote[] {
  const { stream, failing, subjects, trouble } = polled;
  if (failing === 0) return [];
  const what = t('sourceNote.polling', {
    stream: <code className="acc-code">{stream}</code>,
    failing: formatNumber(failing),
    subjects: formatNumber(subjects),
    because: bare(trouble ?? t('sourceNote.pollingNoReason')),
  });
  const todo = t('sourceNote.pollingDo');
  return [{ id: `polling ${stream}`, shape: 'warn', what, todo }];
}

function unreadableNotes(t: Text, source: SourceHealth): SourceNote[] {
  const count = deliveriesOf(source, 'rejected');
  if (count === 0 || !needsPerson(sourceState(source))) return [];
  const what = t('sourceNote.unreadable', {
    count,
    number: formatNumber(count),
  });
  const todo = t('sourceNote.unreadableDo');
  return [{ id: 'unreadable', shape: 'warn', what, todo }];
}

/** A reason without the full stop that our sentence brings. */
function bare(because: string): string {
  return because.replace(/\.$/, '');
}
