import { ReactNode } from 'react';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { renderHook } from '@testing-library/react';
import { FactData, FactUnit } from 'backstage-plugin-accountability-common';
import { printQuantity } from './numbers';
import { quantity } from './quantity';
import { useText } from './useText';

const wrapper = (props: { children: ReactNode }) => (
  <TestApiProvider apis={[mockApis.translation(), mockApis.error()]}>
    {props.children}
  </TestApiProvider>
);

describe('quantity', () => {
  it.each<[FactData, FactUnit, string]>([
    [0.2154, 'ratio', '21.5\u00a0%'],
    [0, 'ratio', '0\u00a0%'],
    [372, 'seconds', '6.2\u00a0min'],
    [45, 'seconds', '45\u00a0s'],
    [3 * 3600, 'seconds', '3\u00a0h'],
    [5 * 86400, 'seconds', '5\u00a0d'],
    [11, 'days', '11\u00a0d'],
    [2.5, 'per-week', '2.5\u00a0per\u00a0week'],
    [1.5, 'years', '1.5\u00a0years'],
    [400, 'lines', '400\u00a0lines'],
    [1284, 'count', '1,284'],
    [true, 'boolean', 'yes'],
    [false, 'boolean', 'no'],
    [[], 'texts', 'none'],
    [['a', 'b', 'c', 'd', 'e'], 'texts', 'a, b, c and 2 more'],
  ])('%s %s is printed as %s', (value, unit, text) => {
    const { result } = renderHook(() => useText(), { wrapper });

    expect(printQuantity(quantity(value, unit, result.current))).toBe(text);
  });
});
