/** The user's own models on the Models screen. */
export const own = {
  title: 'Your own models',
  about:
    'Kept in this browser, on this machine only. A model is a folder with card.json, model.json and its weights, as npm run train -- folder DIR makes it from your pictures. Models of other tools cannot be taken in yet.',
  drop: 'Drop the folder of a model here',
  dropNow: 'Drop to take the model in',
  chooseFolder: 'Choose a folder',
  chooseFiles: 'Choose the files of a model',
  checking: (n: { at: string; total: string }) => `Loading and trying model ${n.at} of ${n.total}…`,
  added: (n: { names: string }) => `Taken in: ${n.names}.`,
  comma: ', ',
  rename: 'Rename',
  renameOf: (n: { name: string }) => `Rename ${n.name}`,
  newName: 'New name',
  done: 'Done',
  remove: 'Remove',
  removeOf: (n: { name: string }) => `Remove ${n.name} from this browser`,
};
