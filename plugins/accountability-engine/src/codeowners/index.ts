export type {
  Codeowners,
  CodeownersDialect,
  CodeownersError,
  CodeownersRule,
  CodeownersSection,
} from './Codeowners';
export { ownersOfPath } from './ownersOfPath';
export { parseCodeowners } from './parseCodeowners';
export type { CodeownersState, ResolvedOwner } from './CodeownersState';
