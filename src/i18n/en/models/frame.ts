/** The Models screen: what is shipped, and how the models of one data set stand beside each other. */
export const frame = {
  title: 'Models',
  about:
    'Every model with its card: what it was trained on and how, how often it is right, and how often it still is when a picture is changed to mislead it.',
  shipped: 'Built in',
  familyOf: (n: { data: string; input: string }) => `${n.data}, input ${n.input}`,
  table: (n: { data: string }) => `Models trained on ${n.data}`,
  columns: {
    model: 'Model',
    regime: 'Training',
    pictures: 'Trained on',
    attacked: 'Right under attack',
    open: 'Open',
  },
  pictures: (n: { count: string }) => `${n.count} pictures`,
  attackNote: (n: { epsilon: string }) =>
    `Under attack: projected gradient steps within ±${n.epsilon}/255 (PGD).`,
  notMeasured: 'not measured',
  use: 'Use on Compare',
  useOf: (n: { name: string }) => `Use ${n.name} on Compare`,
  inUse: 'in use',
  cards: 'Cards',
};
