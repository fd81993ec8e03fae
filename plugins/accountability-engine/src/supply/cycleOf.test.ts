import fc from 'fast-check';
import { cycleOf } from './cycleOf';
import { ourLifecycles } from './ourLifecycles';

const named = (...names: string[]) => names.map(name => ({ name }));
const node = named('18', '20', '22');
const python = named('3.1', '3.10', '3.12');
const number = fc.nat({ max: 30 }).map(String);
const version = fc
  .array(number, { minLength: 1, maxLength: 4 })
  .map(parts => parts.join('.'));

describe('the line of releases of a version', () => {
  it.each([
    { given: '22.11.0', of: node, gives: '22' },
    { given: 'v22.11.0', of: node, gives: '22' },
    { given: '22', of: node, gives: '22' },
    { given: ' 22 ', of: node, gives: '22' },
    { given: '22.x', of: node, gives: '22' },
    { given: '22.*', of: node, gives: '22' },
    { given: '22-alpine3.20', of: node, gives: '22' },
    { given: '22.11-bookworm-slim', of: node, gives: '22' },
    { given: '3.12.1', of: python, gives: '3.12' },
    { given: '3.10.4', of: python, gives: '3.10' },
    { given: '3.12rc1', of: python, gives: '3.12' },
    { given: 'go1.23.4', of: named('1.23'), gives: '1.23' },
    { given: '8u432-b06', of: named('8', '11'), gives: '8' },
    { given: '21.0.5+11', of: named('21'), gives: '21' },
    { given: '8.0.404', of: named('8'), gives: '8' },
    { given: '8.0.36', of: named('8', '8.0'), gives: '8.0' },
  ])('$given is of $gives', ({ given, of, gives }) => {
    expect(cycleOf(of, given)?.name).toBe(gives);
  });

  it.each([
    { given: 'latest', of: node },
    { given: 'lts/*', of: node },
    { given: '>=18', of: node },
    { given: '^20 || ^22', of: node },
    { given: '18 || 20', of: node },
    { given: '18 - 22', of: node },
    { given: '18,<22', of: node },
    { given: '20241122', of: node },
    { given: '3', of: python },
    { given: '3.x', of: python },
    { given: '99.1', of: node },
    { given: '', of: node },
    { given: '22/../18', of: node },
    { given: `22${'.1'.repeat(50_000)}!`, of: node },
  ])('$given names none', ({ given, of }) => {
    expect(cycleOf(of, given)).toBeUndefined();
  });

  it('is never a worse one for a longer version', () => {
    fc.assert(
      fc.property(
        fc.array(version, { maxLength: 20 }),
        version,
        version,
        (names, short, more) => {
          const cycles = named(...names);
          const coarse = cycleOf(cycles, short)?.name ?? '';
          const fine = cycleOf(cycles, `${short}.${more}`)?.name ?? '';

          expect(fine.length).toBeGreaterThanOrEqual(coarse.length);
          expect(
            fine === '' || `${short}.${more}.`.startsWith(`${fine}.`),
          ).toBe(true);
          expect(fine.startsWith(coarse)).toBe(true);
        },
      ),
    );
  });

  it('is the line itself for each of our own table', () => {
    for (const { cycles } of ourLifecycles) {
      for (const cycle of cycles) {
        expect(cycleOf(cycles, cycle.name)).toBe(cycle);
        expect(cycleOf(cycles, `${cycle.name}.7-slim`)).toBe(cycle);
      }
    }
  });
});
