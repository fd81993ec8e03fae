export { accountabilityTranslationRef } from './accountabilityTranslationRef';
export * from './useText';
export * from './numbers';
export * from './quantity';
export * from './dates';
export * from './textWidth';
