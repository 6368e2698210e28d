import { memo, type ReactNode, useCallback, useContext } from 'react';
import type { JudgedRow, PictureRow, RowDecision } from '../../domain/pictureRow.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { SpeechContext, useFormat, useText } from '../../i18n/useText.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import { hashOf } from '../../state/route.ts';
import { useApp, usePictureSets } from '../storeContext.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import styles from './pictureSet.module.css';

/** A small view of a file; nothing where the browser cannot draw it. */
function Thumbnail({ file }: { readonly file: Blob | null }): ReactNode {
  const draw = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image || !file) return;
      const url = URL.createObjectURL(file);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [file],
  );
  return (
    <span className={styles.thumbnail}>
      {file && (
        <img
          ref={draw}
          alt=""
          loading="lazy"
          decoding="async"
          onError={({ currentTarget }) => {
            currentTarget.hidden = true;
          }}
        />
      )}
    </span>
  );
}

/** What the model says, and what it says instead. */
function Decided({ row, modelId }: { readonly row: JudgedRow; readonly modelId: string }) {
  const { pictures: text } = useEvidenceText();
  const { format, language } = useContext(SpeechContext);
  const classes = useApp(({ cards }) => cards.find(({ id }) => id === modelId)?.classes);
  const said = ({ predictedClass, probability }: RowDecision): string =>
    `${classes?.[predictedClass]?.[language] ?? predictedClass} ${format.share(probability)}`;
  const { original, perturbed } = row.decision;
  const stays = original.predictedClass === perturbed.predictedClass;
  return stays ? said(original) : text.turned({ before: said(original), after: said(perturbed) });
}

interface SetRowLineProps {
  readonly row: PictureRow;
  /** Null where the browser did not keep it. */
  readonly file: Blob | null;
  readonly modelId: string;
  readonly withChange: boolean;
  readonly withAligned: boolean;
}

/** One picture under one change. */
export const SetRowLine = memo(function SetRowLine(props: SetRowLineProps): ReactNode {
  const { row, file, modelId, withChange, withAligned } = props;
  const { pictures: text } = useEvidenceText();
  const { problems } = useText();
  const speech = useContext(SpeechContext);
  const format = useFormat();
  const { openRow } = usePictureSets();
  const { picture } = row;
  const open = () => {
    openRow(row);
    location.hash = hashOf('compare');
  };
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={styles.open}
          disabled={!file}
          title={text.open({ picture })}
          onClick={open}
        >
          <Thumbnail file={file} />
          <span className={styles.path}>{picture}</span>
        </button>
      </th>
      {withChange && <td>{changeCaption(row.perturbation, speech)}</td>}
      <td>
        <OutcomeMark outcome={row.outcome === 'failed' ? 'failed' : row.verdict.id} />
      </td>
      {row.outcome === 'failed' ? (
        <td colSpan={withAligned ? 5 : 4} className={styles.why}>
          {problems.byCode[row.problem.code].say(row.problem.detail)}
        </td>
      ) : (
        <>
          <td>
            <Decided row={row} modelId={modelId} />
          </td>
          <td className={styles.number}>{format.score(row.agreement)}</td>
          <td className={styles.number}>{format.score(row.raw.topKIntersection.value)}</td>
          <td className={styles.number}>{format.score(row.raw.lensRecallAtK.value)}</td>
          {withAligned && (
            <td className={styles.number}>
              {format.score(row.aligned?.lensRecallAtK.value ?? null)}
            </td>
          )}
        </>
      )}
    </tr>
  );
});
