import type { ReactNode } from 'react';
import { useFormat, useText } from '../../i18n/useText.ts';
import type { Result } from '../../state/store.ts';
import { OpenButtons } from './OpenButtons.tsx';
import { PreviewCanvas } from './PreviewCanvas.tsx';
import styles from './source.module.css';

interface DropZoneProps {
  readonly picture: Result['picture'] | null;
  /** Files hang over the page. */
  readonly inviting: boolean;
  readonly onFiles: (files: readonly File[], source: 'file' | 'folder') => void;
  /** What else belongs to the picture, under the buttons. */
  readonly children?: ReactNode;
}

/** What is known of the picture file, under its preview. */
function Facts({ picture }: { readonly picture: Result['picture'] }): ReactNode {
  const { picture: text } = useText();
  const format = useFormat();
  const { info, input, session } = picture;
  // The colour transparent parts were laid on is in the report's input for good.
  const notes = session ? info.notes.filter((note) => note !== 'alpha-on-background') : info.notes;
  const size = (of: { width: number; height: number }) => ({
    width: format.integer(of.width),
    height: format.integer(of.height),
  });
  return (
    <div className={styles.facts}>
      <p className={styles.name} title={info.name}>
        {info.name}
      </p>
      <p>
        {text.size(size(info))} · {info.format.toUpperCase()}
      </p>
      <p>{text.asSeen({ ...size(input), channels: input.channels })}</p>
      {session && <p>{text.fromReport}</p>}
      {notes.map((note) => (
        <p key={note} className={styles.pictureNote}>
          {text.notes[note]}
        </p>
      ))}
    </div>
  );
}

/** The picture, and every way to put another in its place. */
export function DropZone({ picture, inviting, onFiles, children }: DropZoneProps): ReactNode {
  const { picture: text, maps } = useText();
  return (
    <div className={styles.zone} data-inviting={inviting}>
      <div className={styles.frame}>
        {picture ? (
          <PreviewCanvas
            name={text.previewOf({ name: picture.info.name })}
            picture={picture.preview}
          />
        ) : (
          <p className={styles.empty}>{text.none}</p>
        )}
        {inviting && <p className={styles.invitation}>{text.dropNow}</p>}
      </div>
      {picture && <Facts picture={picture} />}
      <OpenButtons onFiles={onFiles} />
      {children}
      <p className={styles.hint}>
        {text.dropHint}
        <br />
        {text.formats}
        <br />
        {maps.dropHint}
      </p>
    </div>
  );
}
