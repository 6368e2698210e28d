import { expect, test } from 'vitest';
import { picturesOf } from './droppedFiles.ts';

const file = (name: string): File => new File(['x'], name);

test('a folder gives its pictures in the order a person would list them', () => {
  const names = [
    'part-10.png',
    'part-9.JPG',
    'readme.txt',
    '.hidden.png',
    'part-1.bmp',
    'part.webp',
  ];
  expect(picturesOf(names.map(file), 'en').map(({ name }) => name)).toEqual([
    'part-1.bmp',
    'part-9.JPG',
    'part-10.png',
    'part.webp',
  ]);
});
