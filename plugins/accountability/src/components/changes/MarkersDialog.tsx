import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ChangeProvenance } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { ScrollBox } from '../table';

/** The markers on a change as they stand there, each with what it means. */
export function MarkersDialog(props: {
  change: string;
  evidence: ChangeProvenance['evidence'];
  onClose(): void;
}) {
  const t = useText();
  const title = t('changes.markersTitle', { change: props.change });
  return (
    <Dialog
      isOpen
      isDismissable
      width={760}
      onOpenChange={open => {
        if (!open) props.onClose();
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className="acc-stack">
          <p className="acc-label" style={{ margin: 0 }}>
            {t('changes.markersLead')}
          </p>
          <Markers title={title} evidence={props.evidence} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('evidence.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Markers(props: {
  title: string;
  evidence: ChangeProvenance['evidence'];
}) {
  const t = useText();
  return (
    <ScrollBox label={props.title}>
      <table className="acc-table" aria-label={props.title}>
        <thead>
          <tr>
            <th style={{ minWidth: 220 }}>{t('changes.marker')}</th>
            <th>{t('changes.tool')}</th>
            <th style={{ minWidth: 200 }}>{t('changes.means')}</th>
          </tr>
        </thead>
        <tbody>
          {props.evidence.map(({ marker, tool, level, role, text }, place) => (
            <tr key={place}>
              <th scope="row">
                <code className="acc-code acc-address">{text}</code>
                <div className="acc-label">{marker}</div>
              </th>
              <td>{tool}</td>
              <td>
                {t(`markerRole.${role}`)}
                <div className="acc-label">{t(`markerLevel.${level}`)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
