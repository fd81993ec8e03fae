import {
  RecordEventInput,
  reportFormats,
} from 'backstage-plugin-accountability-common';
import { Binding } from './binding/readBinding';

type FindingEvent = Extract<RecordEventInput, { kind: 'finding' }>;
type ReportEvent = Extract<RecordEventInput, { kind: 'report' }>;

/** A finding that a document names, before it is bound to a service. */
export interface UploadedFinding
  extends Pick<
    FindingEvent,
    | 'state'
    | 'severity'
    | 'category'
    | 'rule'
    | 'identifiers'
    | 'package'
    | 'cvss'
    | 'dismissedAs'
    | 'title'
    | 'url'
  > {
  /** What makes it the same finding in the next document of its series. */
  identity: string;
}

/** What a document says of one tool's work. */
export interface UploadedReport
  extends Pick<ReportEvent, 'components' | 'tellsDirect'> {
  /** What made it. */
  tool: string;
  /** Tells it from other reports of the tool, where the document says so and the caller does not. */
  category?: string;
  /** The document's own time, in ISO 8601. */
  madeAt?: string;
  measures: Record<string, number>;
  /** Undefined where the document speaks of no findings at all. */
  findings?: readonly UploadedFinding[];
  /** Whether a finding that it does not name is gone. */
  closes: boolean;
}

/** A document to read and what its caller says of it. */
export interface Upload {
  text: string;
  binding: Binding;
}

/** What a format makes of a document. */
export type Reading =
  | { reports: readonly UploadedReport[] }
  /** Understood, and nothing to record. */
  | { ignored: string }
  /** Not what it should be; the sentence goes to the caller. */
  | { refused: string; tooLarge?: true };

/** One form of what CI uploads, as data. */
export interface UploadFormat {
  /** The source's id, the same as the report's format. */
  id: (typeof reportFormats)[number];
  read(upload: Upload): Reading;
}
