import { useEffect, useState } from 'react';
import {
  FirstStep,
  FirstStepId,
  firstStepIds,
} from 'backstage-plugin-accountability-common';
import { useLocation } from 'react-router-dom';

/**
 * Which steps are open: the one that the address names, else the first that is
 * to do as the page came; it stays so when it is done meanwhile.
 */
export function useOpenStep(steps: readonly FirstStep[]): {
  isOpen(step: FirstStepId): boolean;
  toggle(step: FirstStepId): void;
} {
  const { hash } = useLocation();
  const named = firstStepIds.find(step => `#${step}` === hash);
  const [open, setOpen] = useState<ReadonlySet<FirstStepId>>(() => {
    const first = named ?? steps.find(({ state }) => state === 'todo')?.step;
    return new Set(first ? [first] : []);
  });
  useEffect(() => {
    if (!named) return;
    setOpen(before => new Set([...before, named]));
    // The browser looked for it before the steps were there.
    document.getElementById(named)?.scrollIntoView?.();
  }, [named]);
  return {
    isOpen: step => open.has(step),
    toggle: step =>
      setOpen(before => {
        const after = new Set(before);
        if (!after.delete(step)) after.add(step);
        return after;
      }),
  };
}
