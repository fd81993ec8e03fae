import { ConfigReader } from '@backstage/config';
import { changeEventSchema } from 'backstage-plugin-accountability-common';
import { provenanceDetector } from './provenanceDetector';
import { provenanceMarkers } from './provenanceMarkers';
import { readProvenanceMarkers } from './readProvenanceMarkers';
import { toChangeProvenance } from './toChangeProvenance';

const read = (provenance?: object) =>
  readProvenanceMarkers(
    new ConfigReader(
      provenance && {
        accountability: { provenance: JSON.parse(JSON.stringify(provenance)) },
      },
    ),
  );
const ours = {
  id: 'acme-bot.trailer',
  tool: 'Acme Bot',
  channel: 'trailer',
  match: ['^Acme-Session: '],
  role: 'author',
  level: 'attested',
  source: 'wiki',
};
const [first] = provenanceMarkers;

describe('the markers in force', () => {
  it('are those that are known, where nothing is configured', () => {
    expect(read()).toEqual(provenanceMarkers);
  });

  it('are found on a change once they are added', () => {
    const detect = provenanceDetector(read({ markers: [ours] }));
    const message = 'Pay\n\nAcme-Session: 1';

    const found = detect({ at: 0, commits: [{ at: 0, message }] });

    expect(toChangeProvenance(found, 1)).toEqual({
      level: 'attested',
      tools: ['Acme Bot'],
      fraction: 1,
      commits: 1,
      automation: false,
      suggestions: false,
      none: false,
      signedByTool: false,
      evidence: [
        {
          marker: 'acme-bot.trailer',
          tool: 'Acme Bot',
          level: 'attested',
          role: 'author',
          text: 'Acme-Session: 1',
        },
      ],
    });
    expect(
      changeEventSchema.shape.provenance.safeParse(toChangeProvenance(found, 1))
        .success,
    ).toBe(true);
  });

  it('lack those that are disabled', () => {
    expect(read({ disabled: [first.id] })).toEqual(provenanceMarkers.slice(1));
  });

  it('have one of the same id in the place of ours', () => {
    const other = { ...ours, id: first.id };

    const markers = read({ markers: [other] });

    expect(markers).toHaveLength(provenanceMarkers.length);
    expect(markers.filter(({ id }) => id === first.id)).toEqual([other]);
  });

  it.each([
    {
      given: 'a pattern that cannot be read',
      provenance: { markers: [{ ...ours, match: ['('] }] },
      because: /markers.0.match: must hold regular expressions/,
    },
    {
      given: 'an unknown level',
      provenance: { markers: [{ ...ours, level: 'sure' }] },
      because: /markers.0.level/,
    },
    {
      given: 'a marker that is none',
      provenance: { disabled: ['nobody'] },
      because: /disabled names nobody, which is no marker/,
    },
  ])('are refused with $given', ({ provenance, because }) => {
    expect(() => read(provenance)).toThrow(because);
  });
});
