import { useCallback, useEffect } from 'react';
import { useLanguage } from '../../i18n/useText.ts';
import type { PlacedFile } from '../../state/setFolder.ts';
import { useController } from '../storeContext.ts';
import { picturesOf } from './droppedFiles.ts';
import { takeProfile } from './droppedProfile.ts';
import { useFileDrop } from './useFileDrop.ts';

/** Takes files dropped anywhere on the page or pasted. True while files hang over the page. */
export function useIncomingFiles(): boolean {
  const controller = useController();
  const language = useLanguage();
  const take = useCallback(
    async (placed: readonly PlacedFile[], folder: boolean) => {
      const files = placed.map(({ file }) => file);
      if (folder) controller.openFiles(picturesOf(files, language), 'folder');
      else if (!(await takeProfile(files, controller))) controller.openFiles(files, 'file');
    },
    [controller, language],
  );
  const over = useFileDrop(take);

  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const files = [...(clipboardData?.files ?? [])];
      if (files.length > 0) controller.openFiles(files, 'paste');
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [controller]);

  return over;
}
