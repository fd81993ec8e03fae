import { FormEvent, ReactNode, useId } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useText } from '../../text';
import { Trouble } from '../states';

/** A dialog with a form: what is asked, what is missing, why the server did not take it. */
export function FormDialog(props: {
  title: string;
  /** Words of the button that sends. */
  keep: string;
  busy: boolean;
  /** Why it cannot be sent yet; the button waits for it. */
  missing?: string;
  trouble?: string;
  onSend(): void;
  onClose(): void;
  children: ReactNode;
}) {
  const t = useText();
  const formId = useId();
  const { title, keep, busy, missing, trouble, onSend, onClose } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === undefined && !busy) onSend();
  };
  return (
    <Dialog
      isOpen
      isDismissable
      width={520}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form id={formId} className="acc-form" onSubmit={submit}>
          {props.children}
          <Trouble>{trouble}</Trouble>
          {missing && (
            <p className="acc-label" style={{ margin: 0 }}>
              {missing}
            </p>
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('form.cancel')}
        </Button>
        <Button
          type="submit"
          form={formId}
          isPending={busy}
          isDisabled={missing !== undefined}
        >
          {keep}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
