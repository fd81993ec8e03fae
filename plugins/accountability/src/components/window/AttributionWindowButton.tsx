import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { formatInstant, useText } from '../../text';
import { WindowAnswer } from './WindowAnswer';

/** Stands beside what is said of a temporal link; it opens how long W is and what W the known causes propose. */
export function AttributionWindowButton(props: {
  entityRef: string;
  /** The past instant that the page speaks of. */
  at?: number;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { entityRef, at } = props;
  return (
    <>
      <button
        type="button"
        className="acc-link acc-textButton"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('window.open')}
      </button>
      {open && (
        <Dialog
          isOpen
          isDismissable
          width={820}
          onOpenChange={isOpen => setOpen(isOpen)}
        >
          <DialogHeader>
            {t('window.title')}
            {at !== undefined &&
              `, ${t('window.asOf', { at: formatInstant(at) })}`}
          </DialogHeader>
          <DialogBody>
            <div className="acc-stack">
              <WindowAnswer entityRef={entityRef} at={at} />
            </div>
          </DialogBody>
          <DialogFooter>
            <Button variant="secondary" slot="close">
              {t('evidence.close')}
            </Button>
          </DialogFooter>
        </Dialog>
      )}
    </>
  );
}
