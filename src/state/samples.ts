import { Problem } from '../domain/problem.ts';
import type { PictureFile, Sample } from './store.ts';

async function fetchFile(file: string, url: string): Promise<Blob> {
  const response = await fetch(url);
  if (response.ok) return response.blob();
  const got = `HTTP ${response.status}`;
  throw new Problem('file-unreadable', { what: file, allowed: '', got });
}

/**
 * A sample with its mask, as a picture file.
 * @param urlOf address of a file of the samples
 * @throws Problem `file-unreadable`
 */
export async function fetchSample(
  sample: Sample,
  urlOf: (file: string) => string,
): Promise<PictureFile> {
  const { file: name, mask } = sample;
  const [file, maskFile] = await Promise.all([
    fetchFile(name, urlOf(name)),
    mask === undefined ? null : fetchFile(mask, urlOf(mask)),
  ]);
  return {
    id: `sample-${name}`,
    name,
    file,
    source: 'sample',
    mask: mask === undefined || maskFile === null ? null : { name: mask, file: maskFile },
  };
}
