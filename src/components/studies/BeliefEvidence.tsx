import type { ReactNode } from 'react';
import type { MethodId } from '../../domain/attribution.ts';
import type { BeliefEvidence as Evidence, MapLikeness } from '../../domain/belief.ts';
import type { ProblemCode, ProblemDetail } from '../../domain/problem.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './belief.module.css';
import { FillingChart } from './FillingChart.tsx';

interface LikenessRow extends MapLikeness {
  readonly name: string;
}

/** Maps held against each other, one pair a row. */
function LikenessTable(props: {
  readonly title: string;
  readonly label: string;
  readonly rows: readonly LikenessRow[];
}): ReactNode {
  const { evidence } = useStudyText().belief;
  const format = useFormat();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={props.title}>
        <thead>
          <tr>
            <th scope="col">{props.label}</th>
            <th scope="col">{evidence.spearman}</th>
            <th scope="col">{evidence.topK}</th>
            <th scope="col">{evidence.lens}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ name, spearman, topK, lens }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{format.score(spearman)}</td>
              <td>{format.score(topK)}</td>
              <td>{format.score(lens)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Why something could not be computed, in the words of the page. */
function Reason(props: { readonly code: ProblemCode; readonly detail: ProblemDetail }): ReactNode {
  const { say } = useText().problems.byCode[props.code];
  return <>{say(props.detail)}</>;
}

function Content({ evidence, name, method }: BeliefEvidenceProps): ReactNode {
  const text = useStudyText().belief.evidence;
  const { methods } = useText();
  switch (evidence.kind) {
    case 'problem':
      return <Reason code={evidence.code} detail={evidence.detail} />;
    case 'curves':
      return <FillingChart name={name} own={evidence.own} random={evidence.random} />;
    case 'stages': {
      const rows = evidence.stages.map(({ layer, layers, ...likeness }) => ({
        name: `${layers}: ${layer}`,
        ...likeness,
      }));
      return <LikenessTable title={name} label={text.layers} rows={rows} />;
    }
    case 'methods': {
      // The others against each other stand in the exported file.
      const rows = evidence.pairs
        .filter(({ methods: both }) => both.includes(method))
        .map(({ methods: [a, b], ...likeness }) => ({
          name: methods[a === method ? b : a].name,
          ...likeness,
        }))
        .sort((a, b) => (b.spearman ?? -2) - (a.spearman ?? -2));
      return (
        <>
          <LikenessTable title={name} label={text.methods} rows={rows} />
          {evidence.refusals.map(({ method: refused, code, detail }) => (
            <p key={refused} className={styles.note}>
              {text.refused({ method: methods[refused].name })}{' '}
              <Reason code={code} detail={detail} />
            </p>
          ))}
        </>
      );
    }
  }
}

interface BeliefEvidenceProps {
  readonly evidence: Evidence;
  /** Of the check. */
  readonly name: string;
  /** The method whose heatmap was examined. */
  readonly method: MethodId;
}

/** What a check found beside its number, folded. */
export function BeliefEvidence(props: BeliefEvidenceProps): ReactNode {
  const text = useStudyText().belief.evidence;
  return (
    <details className={controls.disclosure}>
      <summary>{text.more({ name: props.name })}</summary>
      <Content {...props} />
    </details>
  );
}
