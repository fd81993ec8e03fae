import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { FactValue } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { FactEvidence } from './FactEvidence';

/** The records behind a check or a fact, one list a fact. */
export function EvidenceDialog(props: {
  entityRef: string;
  title: string;
  facts: FactValue[];
  at?: number;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Dialog
      isOpen
      isDismissable
      width={760}
      onOpenChange={open => {
        if (!open) props.onClose();
      }}
    >
      <DialogHeader>{t('evidence.title', { what: props.title })}</DialogHeader>
      <DialogBody>
        <div className="acc-stack">
          {props.facts.map(fact => (
            <FactEvidence
              key={fact.id}
              entityRef={props.entityRef}
              fact={fact}
              at={props.at}
            />
          ))}
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
