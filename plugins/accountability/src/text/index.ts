export { accountabilityTranslationRef } from './accountabilityTranslationRef';
export * from './useText';
export * from './numbers';
export * from './dates';
export * from './textWidth';
