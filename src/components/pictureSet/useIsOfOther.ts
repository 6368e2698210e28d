import { isOfOther, type PictureSet } from '../../state/pictureSet.ts';
import { useApp, usePictureSets } from '../storeContext.ts';

/** Whether rows were computed by another program or model than those of this page. */
export function useIsOfOther(set: PictureSet): boolean {
  const { version } = usePictureSets();
  const modelId = set.asked?.settings.modelId;
  return isOfOther(
    set,
    version,
    useApp(({ cards }) => cards.find(({ id }) => id === modelId)?.sha256),
  );
}
