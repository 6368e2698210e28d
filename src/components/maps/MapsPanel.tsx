import type { ReactNode } from 'react';
import type { MapFile } from '../../domain/mapFile.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { Icon } from '../icons.tsx';
import { OpenButtons } from '../source/OpenButtons.tsx';
import { SampleGallery } from '../source/SampleGallery.tsx';
import source from '../source/source.module.css';
import { useIncomingFiles } from '../source/useIncomingFiles.ts';
import { useApp, useController } from '../storeContext.ts';
import styles from './maps.module.css';

/** One of the two files. */
function MapFacts({ label, file }: { readonly label: string; readonly file: MapFile }): ReactNode {
  const text = useText().maps;
  const format = useFormat();
  const { height, width, values } = file.map;
  const size = { width: format.integer(width), height: format.integer(height) };
  const type = values instanceof Float32Array ? 'float32' : 'float64';
  return (
    <div className={styles.file}>
      <dt>{label}</dt>
      <dd>
        <span className={source.name} title={file.name}>
          {file.name}
        </span>
        <span className={styles.size}>{text.size({ ...size, type })}</span>
      </dd>
    </div>
  );
}

/** Left column while two maps are compared: the files, and the way back to pictures. */
export function MapsPanel(): ReactNode {
  const text = useText();
  const { openFiles, openSample, maps: control } = useController();
  const inviting = useIncomingFiles();
  const maps = useApp((state) => state.maps);
  const samples = useApp((state) => state.samples);
  const hasPicture = useApp(({ result }) => result !== null);
  if (!maps) return null;
  return (
    <div className={source.panel}>
      <div className={source.zone} data-inviting={inviting}>
        <h2 className={controls.heading}>{text.maps.heading}</h2>
        <p className={source.hint}>{text.maps.intro}</p>
        <dl className={styles.files}>
          <MapFacts label={text.maps.original} file={maps.original} />
          <MapFacts label={text.maps.perturbed} file={maps.perturbed} />
        </dl>
        <button type="button" className={controls.button} onClick={control.swap}>
          <Icon name="reset" /> {text.maps.swap}
        </button>
        {hasPicture && (
          <button type="button" className={controls.quiet} onClick={control.close}>
            <Icon name="undo" /> {text.maps.back}
          </button>
        )}
        <OpenButtons onFiles={openFiles} />
        <p className={source.hint}>{text.maps.noModel}</p>
      </div>
      <SampleGallery
        samples={samples}
        current={null}
        onChoose={(sample) => void openSample(sample)}
      />
    </div>
  );
}
