import { useEffect, useState } from 'react';
import type { PlacedFile } from '../../state/setFolder.ts';
import { carriesFiles, droppedFiles } from '../source/droppedFiles.ts';

/** Takes what is dropped anywhere on the screen; the name is that of the folder, empty for single files. True while files hang over it. */
export function useDroppedFolder(
  onFiles: (name: string, files: readonly PlacedFile[]) => void,
): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(({ files }) => onFiles(nameOf(files), files));
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return over;
}

/** The folder that all files lie in; empty where there is none. */
export function nameOf(files: readonly PlacedFile[]): string {
  const roots = new Set(files.map(({ path }) => path.slice(0, Math.max(0, path.indexOf('/')))));
  const [root = ''] = roots;
  return roots.size === 1 ? root : '';
}
