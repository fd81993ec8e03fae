import { useCallback, useId, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { DueItem, DueResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { Pages, usePages, usePolled } from '../../../hooks';
import { formatNumber, useText } from '../../../text';
import { keptWords } from '../../attestation';
import { refName } from '../../reading';
import { Answer, EmptySentence, Section } from '../../states';
import { MoreButton, ScrollBox, Toggle } from '../../table';
import { uniqueBy } from '../uniqueBy';
import { DueRow } from './DueRow';

/** What is due is no matter of seconds; what is done here is read at once. */
const REFRESH_MS = 30_000;

/** What is due longest; the rest is folded behind its count. */
const SHOWN = 6;

/** What a team is to do, by date: verbs, each with the way to do it. */
export function DueSection({ groupRef }: { groupRef: string }) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const [said, setSaid] = useState<string>();
  const [round, setRound] = useState(0);
  const due = usePolled(() => api.getDue(groupRef), {
    key: groupRef,
    everyMs: REFRESH_MS,
  });
  const load = useCallback(
    async (cursor: string) => {
      const page = await api.getDue(groupRef, { cursor });
      return { items: page.items, nextCursor: page.nextCursor };
    },
    [api, groupRef],
  );
  const pages = usePages(load, {
    // What was just done may stand on a later page, so those are forgotten.
    key: `${groupRef} ${round}`,
    firstCursor: due.data?.nextCursor,
  });
  const { total = 0, overdue = 0 } = due.data ?? {};
  return (
    <Section
      title={t('due.title')}
      sub={
        total > 0 &&
        t('due.sub', {
          count: total,
          number: formatNumber(total),
          late: formatNumber(overdue),
        })
      }
    >
      <p className="acc-said acc-small" role="status">
        {said}
      </p>
      <Answer polled={due} what={refName(groupRef)} boxes={[90]}>
        {data => (
          <DueTable
            data={data}
            pages={pages}
            onKept={words => {
              setSaid(words);
              setRound(old => old + 1);
              due.retry();
            }}
          />
        )}
      </Answer>
    </Section>
  );
}

function DueTable(props: {
  data: DueResponse;
  pages: Pages<DueItem>;
  onKept(words: string): void;
}) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { data, pages, onKept } = props;
  const items = uniqueBy(
    [...data.items, ...pages.items],
    ({ id: item }) => item,
  );
  const folds = items.length > SHOWN + 1;
  return (
    <>
      {items.length === 0 ? (
        <EmptySentence>{t('due.empty')}</EmptySentence>
      ) : (
        <ScrollBox label={t('due.title')} id={id}>
          <Rows
            data={data}
            items={folds && !open ? items.slice(0, SHOWN) : items}
            onKept={onKept}
          />
        </ScrollBox>
      )}
      {folds && (
        <Toggle open={open} controls={id} onToggle={() => setOpen(!open)}>
          {open
            ? t('due.fold')
            : t('due.more', { number: formatNumber(items.length - SHOWN) })}
        </Toggle>
      )}
      {data.leftOut.map(({ kind, because }) => (
        <p key={kind} className="acc-label" style={{ paddingTop: 12 }}>
          {because}
        </p>
      ))}
      {(open || !folds) && <MoreButton pages={pages} />}
    </>
  );
}

function Rows(props: {
  data: DueResponse;
  items: DueItem[];
  onKept(words: string): void;
}) {
  const t = useText();
  const { data, items, onKept } = props;
  return (
    <table className="acc-table" aria-label={t('due.title')}>
      <thead>
        <tr>
          <th>{t('due.when')}</th>
          <th>{t('due.what')}</th>
          <th className="acc-right">{t('due.do')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <DueRow
            key={item.id}
            item={item}
            team={data.team.groupRef}
            now={data.asOf}
            onKept={answer => onKept(keptWords(t, answer))}
          />
        ))}
      </tbody>
    </table>
  );
}
