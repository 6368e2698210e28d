import { useEffect, useState } from 'react';
import type { PlacedFile } from '../../state/setFolder.ts';
import { carriesFiles, droppedFiles } from './droppedFiles.ts';

/** Takes what is dropped anywhere on the page; `folder` tells that a folder was among it. True while files hang over the page. */
export function useFileDrop(
  onDrop: (files: readonly PlacedFile[], folder: boolean) => void | Promise<void>,
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
      void droppedFiles(event.dataTransfer).then(({ files, folder }) => onDrop(files, folder));
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return over;
}
