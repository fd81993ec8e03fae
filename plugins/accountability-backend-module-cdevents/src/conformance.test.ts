import fs from 'node:fs';
import path from 'node:path';
import {
  incoming,
  jsonFilesBelow,
  sharedData,
} from 'backstage-plugin-accountability-node/testUtils';
import { createCdeventsSource } from './createCdeventsSource';

const folder = sharedData('cdevents');
const source = createCdeventsSource(['s']);

/** What becomes of the event of each file: how many record events, or the verdict. */
const verdicts: Record<string, 'accepted' | 'ignored' | 'unsupported'> = {
  approval_closed: 'ignored',
  approval_created: 'ignored',
  approval_updated: 'ignored',
  artifact_deleted: 'ignored',
  artifact_downloaded: 'ignored',
  artifact_packaged: 'ignored',
  artifact_published: 'ignored',
  artifact_signed: 'ignored',
  branch_created: 'ignored',
  branch_deleted: 'ignored',
  build_finished: 'accepted',
  build_queued: 'accepted',
  build_started: 'accepted',
  change_abandoned: 'accepted',
  change_created: 'accepted',
  change_merged: 'accepted',
  change_reviewed: 'ignored',
  change_updated: 'ignored',
  environment_created: 'ignored',
  environment_deleted: 'ignored',
  environment_modified: 'ignored',
  incident_detected: 'accepted',
  incident_reported: 'accepted',
  incident_resolved: 'accepted',
  pipelinerun_finished: 'accepted',
  pipelinerun_queued: 'accepted',
  pipelinerun_started: 'accepted',
  repository_created: 'ignored',
  repository_deleted: 'ignored',
  repository_modified: 'ignored',
  service_deployed: 'accepted',
  service_published: 'ignored',
  service_removed: 'ignored',
  service_rolledback: 'accepted',
  service_upgraded: 'accepted',
  taskrun_finished: 'accepted',
  taskrun_started: 'accepted',
  testcaserun_finished: 'ignored',
  testcaserun_queued: 'ignored',
  testcaserun_skipped: 'ignored',
  testcaserun_started: 'ignored',
  testoutput_published: 'ignored',
  testsuiterun_finished: 'ignored',
  testsuiterun_queued: 'ignored',
  testsuiterun_started: 'ignored',
  ticket_closed: 'ignored',
  ticket_created: 'ignored',
  ticket_updated: 'ignored',
  // An event of a tool's own kind.
  'custom/conformance': 'unsupported',
};

interface Conformance {
  name: string;
  text: string;
}

/** The events, without what describes formats. */
function readEvents(): Conformance[] {
  if (!folder) return [];
  return [
    ...jsonFilesBelow(path.join(folder, 'conformance')),
    path.join(folder, 'custom', 'conformance.json'),
  ]
    .map(file => ({
      name: path
        .relative(folder, file)
        .replace(/\.json$/, '')
        .replace(/^conformance./, ''),
      text: fs.readFileSync(file, 'utf8'),
    }))
    .filter(({ name }) => !name.startsWith('formats'));
}

const events = readEvents();
const collectAll = (change: (text: string) => string) =>
  events.map(({ name, text }) => ({
    name,
    collected: source.collect(incoming({ body: change(text) })),
  }));

(folder ? describe : describe.skip)("CDEvents' own events", () => {
  it('each have a known verdict', () => {
    const read = collectAll(text => text);

    expect(events.length).toBe(49);
    expect(
      Object.fromEntries(
        read.map(({ name, collected }) => [name, collected.status]),
      ),
    ).toEqual(verdicts);
  });

  it('give one record event each', () => {
    const counts = collectAll(text => text).flatMap(({ collected }) =>
      collected.status === 'accepted' ? [collected.events.length] : [],
    );

    expect(new Set(counts)).toEqual(new Set([1]));
  });

  it('let nobody out', () => {
    const read = JSON.stringify(collectAll(text => text));

    expect(read).not.toMatch(/alice|bob|mybot/i);
  });

  it.each(['0.4.1', '0.5.0', '0.6.0', '0.7.0'])(
    'read the same in version %s',
    version => {
      const before = collectAll(text => text);

      const after = collectAll(text => text.replaceAll('0.6.0-draft', version));

      expect(after).toEqual(before);
    },
  );

  it('read the same where the version has its name of before 0.5', () => {
    const before = collectAll(text => text);

    const after = collectAll(text =>
      text.replace('"specversion": "0.6.0-draft"', '"version": "0.4.1"'),
    );

    expect(after).toEqual(before);
  });

  it('read the same in other minor versions of the events', () => {
    const before = collectAll(text => text);

    const after = collectAll(text =>
      text.replace(/("dev\.cdevents\.[a-z.]+)[\d.]+"/, '$10.9.1-draft"'),
    );

    expect(after).toEqual(before);
  });

  it('are refused in a version that is none, but for those of other kinds', () => {
    const read = collectAll(text => text.replaceAll('0.6.0-draft', 'banana'));

    const others = read.filter(
      ({ collected }) => collected.status !== 'rejected',
    );
    expect(others.map(({ name }) => name)).toEqual(['custom/conformance']);
  });

  it('are told apart, though they share source and id', () => {
    const ids = events.map(({ text }) =>
      source.identify(incoming({ body: text })),
    );

    expect(new Set(ids).size).toBe(events.length);
  });

  it('are read together as a batch', () => {
    const batch = `[${events.map(({ text }) => text).join(',')}]`;

    const collected = source.collect(incoming({ body: batch }));

    const unread = events.findIndex(({ name }) => name.startsWith('custom'));
    expect(collected).toMatchObject({
      status: 'accepted',
      refused: [{ line: unread + 1 }],
    });
    expect(collected).toHaveProperty('events.length', 17);
  });
});
