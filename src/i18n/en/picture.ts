import type { PictureNote } from '../../domain/picture.ts';

const notes: Record<PictureNote, string> = {
  'first-frame-of-animation': 'Animated file: the first frame is used.',
  'rotated-by-exif': 'Turned upright as its EXIF data says.',
  'alpha-on-background': 'Has transparent parts, laid on the colour below.',
};

/** Getting a picture in. */
export const picture = {
  heading: 'Picture',
  openImage: 'Open image',
  openFolder: 'Open folder',
  dropHint: 'Drop a picture here, or paste one.',
  dropNow: 'Let go to open',
  formats: 'PNG, JPEG, BMP, WebP',
  none: 'No picture yet',
  previewOf: (n: { name: string }) => `Picture ${n.name}`,
  size: (n: { width: string; height: string }) => `${n.width} × ${n.height} px`,
  asSeen: (n: { width: string; height: string; channels: number }) =>
    `the model sees ${n.width} × ${n.height} ${n.channels === 1 ? 'grey' : 'RGB'}`,
  fromReport: 'Out of a report: the preview is what the model saw, not the file itself.',
  samples: 'Samples',
  sampleAlt: (n: { name: string }) => `Sample: ${n.name}`,
  folder: 'Opened pictures',
  folderCount: (n: { count: string }) => `${n.count} pictures`,
  folderEmpty: 'No picture in this folder. PNG, JPEG, BMP and WebP files are read.',
  background: 'Background of transparent parts',
  backgrounds: { white: 'White', grey: 'Grey', custom: 'Own colour' },
  backgroundColour: 'Background colour',
  notes,
};
