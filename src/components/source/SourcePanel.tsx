import type { ReactNode } from 'react';
import type { Background } from '../../domain/picture.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';
import { Decision } from './Decision.tsx';
import { DropZone } from './DropZone.tsx';
import { FolderList } from './FolderList.tsx';
import { MaskPicker } from './MaskPicker.tsx';
import { ModelCardFacts } from './ModelCardFacts.tsx';
import { SampleGallery } from './SampleGallery.tsx';
import styles from './source.module.css';
import { useIncomingFiles } from './useIncomingFiles.ts';

/** Where the own colour starts from. */
const FIRST_COLOUR: Background = '#3060a0';

/** The colour behind transparent parts, for pictures that have some. */
function BackgroundChoice(): ReactNode {
  const text = useText().picture;
  const { setBackground } = useController();
  const background = useApp(({ asked }) => asked.background);
  const own = background.startsWith('#');
  const value = background === 'white' || background === 'grey' ? background : 'custom';
  const choices = (['white', 'grey', 'custom'] as const).map((id) => ({
    value: id,
    name: text.backgrounds[id],
  }));
  return (
    <div className={styles.group}>
      <SelectField
        label={text.background}
        value={value}
        choices={choices}
        onChange={(id) => setBackground(id === 'custom' ? FIRST_COLOUR : id)}
      />
      {own && (
        <input
          type="color"
          aria-label={text.backgroundColour}
          value={background}
          onChange={({ target }) => setBackground(`#${target.value.slice(1)}`)}
        />
      )}
    </div>
  );
}

/** The model and its card. */
function ModelChoice(): ReactNode {
  const text = useText().model;
  const language = useLanguage();
  const { setModel } = useController();
  const cards = useApp((state) => state.cards);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const card = cards.find(({ id }) => id === modelId);
  const choices = cards.map(({ id, name }) => ({ value: id, name: name[language] }));
  return (
    <div className={styles.group}>
      <SelectField label={text.label} value={modelId} choices={choices} onChange={setModel} />
      {card && <ModelCardFacts card={card} />}
    </div>
  );
}

/** What the model says of the picture, before and after. */
function DecisionOfResult(): ReactNode {
  const result = useApp((state) => state.result);
  const early = useApp((state) => state.early);
  const preview = useApp((state) => state.preview);
  const cards = useApp((state) => state.cards);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  if (result) {
    const { card, original, perturbed, targetClass } = result.analysis;
    const after = preview?.shown.probabilities ?? perturbed.probabilities;
    return (
      <Decision
        classes={card.classes}
        before={original.probabilities}
        after={after}
        targetClass={targetClass}
      />
    );
  }
  const card = cards.find(({ id }) => id === modelId);
  if (!early || !card) return null;
  const { probabilities } = early.original;
  return <Decision classes={card.classes} before={probabilities} after={null} targetClass={null} />;
}

/** The mask of the defect, for the picture the result is about. */
function MaskChoice(): ReactNode {
  const { mask, setView } = useController();
  const truth = useApp((state) => state.truth);
  const ready = useApp(({ asked, result, truth: { opening } }) =>
    Boolean(result && asked.picture === result.file && !result.picture.session && !opening),
  );
  const restored = useApp(({ result }) => Boolean(result?.picture.session));
  const outlined = useApp(({ view }) => view.defectOutline);
  return (
    <MaskPicker
      ready={ready}
      restored={restored}
      truth={truth}
      outlined={outlined}
      onOpen={mask.open}
      onRemove={mask.remove}
      onOutline={(defectOutline) => setView({ defectOutline })}
    />
  );
}

/** Left column: what goes in, and what the model makes of it. */
export function SourcePanel(): ReactNode {
  const { openFiles, openSample, choosePicture } = useController();
  const inviting = useIncomingFiles();
  const result = useApp((state) => state.result);
  const early = useApp((state) => state.early);
  const asked = useApp((state) => state.asked.picture);
  const samples = useApp((state) => state.samples);
  const folder = useApp((state) => state.folder);
  const picture = early?.picture ?? result?.picture ?? null;
  const current = asked ?? result?.file ?? null;
  return (
    <div className={styles.panel}>
      <DropZone picture={picture} inviting={inviting} onFiles={openFiles}>
        <MaskChoice />
      </DropZone>
      {picture?.info.notes.includes('alpha-on-background') && !picture.session && (
        <BackgroundChoice />
      )}
      <FolderList pictures={folder} current={current?.id ?? null} onChoose={choosePicture} />
      <ModelChoice />
      <DecisionOfResult />
      <SampleGallery
        samples={samples}
        current={current?.source === 'sample' ? current.name : null}
        onChoose={(sample) => void openSample(sample)}
      />
    </div>
  );
}
