import { afterEach, expect, test } from 'vitest';
import { DefectOutline } from './DefectOutline.tsx';
import { type Mounted, mount } from './mount.browser.ts';

const region = { left: 0, top: 0, width: 4, height: 2 };
let mounted: Mounted;
afterEach(() => mounted.unmount());

test('draws a line around the defect, only on the part of the pane it belongs to', () => {
  const mask = { height: 2, width: 4, flags: Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0) };
  mounted = mount(<DefectOutline mask={mask} region={region} part={[0, 0.25]} />);
  const paths = [...document.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  expect(paths).toEqual(Array.from({ length: 2 }, () => 'M1 0H2M1 1H2M1 0V1M2 0V1'));
  const svg = document.querySelector('svg');
  expect(svg?.style.clipPath).toBe('inset(0px 75% 0px 0%)');
});

test('draws nothing without a mask, and nothing where it marks nothing', () => {
  mounted = mount(
    <>
      <DefectOutline mask={null} region={region} />
      <DefectOutline mask={{ height: 1, width: 1, flags: new Uint8Array(1) }} region={region} />
    </>,
  );
  expect(document.querySelector('svg')).toBeNull();
});
