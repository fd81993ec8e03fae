import {
  ChangeProvenance,
  ServiceChange,
} from 'backstage-plugin-accountability-common';
import { formatNumber, Text, useText } from '../../text';
import { LevelSteps } from '../marks';
import { MarkersButton } from './MarkersButton';

const ranks = { inferred: 1, declared: 2, attested: 3 } as const;

/** What made a change, as far as markers say: maker, level, tools, and the markers themselves. */
export function MakerCell({ change }: { change: ServiceChange }) {
  const t = useText();
  const { maker, provenance } = change;
  const unread = maker === 'rest' && !provenance?.commits;
  const tools = provenance?.tools.join(', ');
  return (
    <>
      {unread ? t('checks.unknownValue') : t(`maker.${maker}`)}
      {unread && <div className="acc-label">{t('changes.unread')}</div>}
      {provenance?.level && (
        <div className="acc-level acc-label" style={{ display: 'flex' }}>
          <LevelSteps rank={ranks[provenance.level]} steps={3} size={12} />
          {t(`machineWritten.${provenance.level}`)}
        </div>
      )}
      {tools && <div className="acc-label">{tools}</div>}
      {provenance &&
        notesOn(provenance, t).map(note => (
          <div key={note} className="acc-label">
            {note}
          </div>
        ))}
      {provenance && provenance.evidence.length > 0 && (
        <MarkersButton change={change} provenance={provenance} />
      )}
    </>
  );
}

function notesOn(provenance: ChangeProvenance, t: Text): string[] {
  const { level, fraction, none, suggestions, signedByTool } = provenance;
  return [
    level === 'inferred' && t('changes.inferred'),
    fraction !== undefined &&
      t('changes.fraction', { percent: formatNumber(100 * fraction, 0) }),
    none && t('changes.noMachine'),
    suggestions && t('changes.suggestions'),
    signedByTool && t('changes.signedByTool'),
  ].filter(note => note !== false);
}
