import { expect, it } from 'vitest';
import { hashOf, routeOf, SCREENS } from './route.ts';

it('reads what it writes', () => {
  for (const screen of SCREENS) expect(routeOf(hashOf(screen))).toEqual({ screen, section: null });
  expect(routeOf(hashOf('evidence', 'shifts'))).toEqual({ screen: 'evidence', section: 'shifts' });
});

it('takes everything else for Compare, an unknown section for the top', () => {
  for (const hash of ['', '#', '#result', '#evidence', '#/', '#/nowhere', '#/compare'])
    expect(routeOf(hash).screen, hash).toBe('compare');
  expect(routeOf('#/evidence/weather')).toEqual({ screen: 'evidence', section: null });
});
