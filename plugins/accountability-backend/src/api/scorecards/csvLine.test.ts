import { csvLine } from './csvLine';

describe('csvLine', () => {
  it.each([
    { given: ['a', 1, ''], gives: 'a,1,' },
    { given: ['a,b'], gives: '"a,b"' },
    { given: ['say "hi"'], gives: '"say ""hi"""' },
    { given: ['two\nlines'], gives: '"two\nlines"' },
    { given: ['=1+1'], gives: "'=1+1" },
    { given: ['+1'], gives: "'+1" },
    { given: ['-1'], gives: "'-1" },
    { given: ['@SUM(A1)'], gives: "'@SUM(A1)" },
    { given: ['\t=1'], gives: "'\t=1" },
    { given: ['\r=1'], gives: '"\'\r=1"' },
    { given: ['=HYPERLINK("x","y")'], gives: `"'=HYPERLINK(""x"",""y"")"` },
    { given: ['a=b', 'c-d'], gives: 'a=b,c-d' },
    { given: [-1], gives: '-1' },
  ])('gives $gives of $given', ({ given, gives }) => {
    expect(csvLine(given)).toBe(`${gives}\r\n`);
  });
});
