import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  OrganisationFilter,
  OrganisationResponse,
} from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { refName } from '../../reading';
import { useRowTitle } from '../heat/useRowTitle';
import { Behind } from './behindAddress';
import { ServicesBehind } from './ServicesBehind';

/** The services behind a cell or a debt, in a dialog whose address can be passed on. */
export function ServicesDialog(props: {
  filter: OrganisationFilter;
  behind: Behind;
  /** The page around it, which knows what groups and checks are called; absent until it came. */
  data?: OrganisationResponse;
  onClose(): void;
}) {
  const t = useText();
  const title = useTitle(props.behind, props.data);
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
          <ServicesBehind filter={props.filter} behind={props.behind} />
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

function useTitle(behind: Behind, data?: OrganisationResponse): string {
  const t = useText();
  const rowTitle = useRowTitle();
  const { of, groupRef = '', burden, check } = behind;
  const known = [
    ...(data?.rows ?? []).map(row => ({ ref: row.groupRef, title: row.title })),
    ...(data?.debts ?? []).map(debt => ({
      ref: debt.owner,
      title: debt.ownerTitle,
    })),
  ];
  const name =
    known.find(({ ref }) => ref === groupRef)?.title ?? refName(groupRef);
  // Who owns a debt is one group; that those below it are left out says its row.
  const alone = of === 'all' || (check && of === 'own');
  const whose = alone ? name : rowTitle({ of, title: name, groupRef });
  const debt = data?.debts.find(
    each => `${each.scorecard}/${each.check}` === check,
  );
  const what = check
    ? debt?.title ?? refName(check)
    : (burden && t(`burden.${burden}`)) ?? t('behind.allBurdens');
  return t('behind.title', {
    what,
    whose: of === 'all' ? t('organisation.all') : whose,
  });
}
