export { causeName } from './causeName';
export { ConfidenceWords } from './ConfidenceWords';
export { MethodWords } from './MethodWords';
export { nameById } from './nameById';
export { OwnerWords } from './OwnerWords';
export { RecordHead } from './RecordHead';
export { ServiceLink } from './ServiceLink';
export { StripPart } from './StripPart';
