import { useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/useText.ts';
import { useController } from '../storeContext.ts';
import { carriesFiles, droppedFiles, picturesOf } from './droppedFiles.ts';
import { takeProfile } from './droppedProfile.ts';

/** Takes files dropped anywhere on the page or pasted. True while files hang over the page. */
export function useIncomingFiles(): boolean {
  const controller = useController();
  const language = useLanguage();
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
      void droppedFiles(event.dataTransfer).then(async ({ files: placed, folder }) => {
        const files = placed.map(({ file }) => file);
        if (folder) controller.openFiles(picturesOf(files, language), 'folder');
        else if (!(await takeProfile(files, controller))) controller.openFiles(files, 'file');
      });
    };
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const files = [...(clipboardData?.files ?? [])];
      if (files.length > 0) controller.openFiles(files, 'paste');
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [controller, language]);

  return over;
}
