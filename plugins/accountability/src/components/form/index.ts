export { FormDialog } from './FormDialog';
export { ReasonDialog } from './ReasonDialog';
export { ReasonField } from './ReasonField';
export { useSend } from './useSend';
export type { Send } from './useSend';
