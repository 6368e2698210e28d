import { type ReactNode, useEffect, useRef } from 'react';
import styles from './source.module.css';

interface PreviewCanvasProps {
  readonly name: string;
  readonly picture: {
    readonly width: number;
    readonly height: number;
    readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  };
}

/** The picture as it came, small. */
export function PreviewCanvas({ name, picture }: PreviewCanvasProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, pixels } = picture;
  useEffect(() => {
    const data = new ImageData(pixels, width, height);
    canvas.current?.getContext('2d')?.putImageData(data, 0, 0);
  }, [pixels, width, height]);
  return (
    <div role="img" aria-label={name}>
      <canvas ref={canvas} className={styles.preview} width={width} height={height} aria-hidden />
    </div>
  );
}
