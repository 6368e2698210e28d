/** A profile: k, w and thresholds calibrated for one line. */
export const profile = {
  heading: 'Profile',
  help: 'A profile holds k, w and thresholds that were calibrated on pictures of your own line (jitterscope calibrate). Drop its file on the page, or open it here.',
  open: 'Open a profile',
  promise: (n: { rate: string; changes: string; pictures: string; date: string }) =>
    `At most ${n.rate} false alarms under ${n.changes}; calibrated on ${n.pictures} pictures, ${n.date}.`,
  separator: ', ',
  otherModel: (n: { model: string }) =>
    `Made for another model or another version of it (${n.model}): its false-alarm rate does not hold here.`,
  otherMethod: (n: { method: string }) =>
    `Made for ${n.method} with other settings: its false-alarm rate does not hold here.`,
  again: 'Back to the profile',
  save: 'Keep in this browser',
  leave: 'Work without it',
  saved: 'Kept in this browser',
  rename: 'Rename',
  renameOne: (n: { name: string }) => `Rename ${n.name}`,
  remove: 'Remove',
  removeOne: (n: { name: string }) => `Remove ${n.name}`,
  newName: 'New name',
  done: 'Done',
  taken: (n: { name: string }) => `There is a profile named “${n.name}” already.`,
  notKept: 'This browser keeps nothing: its storage is full or switched off.',
  damaged: (n: { count: string }) => `${n.count} kept profiles could not be read.`,
};
