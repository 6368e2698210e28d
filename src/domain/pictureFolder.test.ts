import { expect, it } from 'vitest';
import { labelOf, sortFiles } from './pictureFolder.ts';

it('tells pictures, masks and others apart, in one order everywhere', () => {
  const files = ['b/z.jpg', 'B/a.PNG', 'b/é.png', 'b/z.mask.png', 'x.mask.png', 'notes.txt'];
  expect(sortFiles([...files, '.hidden/a.png', 'b/.a.png', 'b.png/list.csv'])).toEqual({
    pictures: ['B/a.PNG', 'b/z.jpg', 'b/é.png', 'x.mask.png'],
    masks: ['b/z.mask.png'],
    others: ['.hidden/a.png', 'b.png/list.csv', 'b/.a.png', 'notes.txt'],
  });
});

it('takes only one ending where one is asked for', () => {
  expect(sortFiles(['a.jpg', 'a.png', 'b.JPG'], '.jpg')).toEqual({
    pictures: ['a.jpg', 'b.JPG'],
    masks: [],
    others: ['a.png'],
  });
});

it('takes the class from the innermost folder that is named after one', () => {
  const classes = [
    { en: 'ok', ja: '良品' },
    { en: 'crack', ja: '割れ' },
  ];
  expect(labelOf('Crack/line 2/a.png', { classes })).toBe(1);
  expect(labelOf('crack/良品/a.png', { classes })).toBe(0);
  expect(labelOf('crack.png', { classes })).toBe(null);
  expect(labelOf('free/crack', { classes })).toBe(null);
});
