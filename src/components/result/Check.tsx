import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Hint } from '../fields/Hint.tsx';

interface CheckProps {
  readonly name: string;
  /** One paragraph each. */
  readonly meaning?: string | readonly string[];
  /** Null while it is being computed. */
  readonly value: string | null;
  /** A button behind the value. */
  readonly action?: ReactNode;
}

/** One line of the checks. */
export function Check({ name, meaning, value, action }: CheckProps): ReactNode {
  const { pending } = useText().scores;
  return (
    <div>
      <dt>
        {meaning ? (
          <Hint
            look="term"
            content={[meaning].flat().map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
          >
            {name}
          </Hint>
        ) : (
          name
        )}
      </dt>
      <dd>
        {value ?? pending} {action}
      </dd>
    </div>
  );
}
