import { create } from 'qrcode';
import { qrPath } from '#core/offer/qr-path.ts';
import styles from './qr.module.css';

/** A QR as one SVG path, drawn on the server: it needs no script, prints sharply and scales. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { path, size } = qrPath(modules);
  return (
    <figure className={styles.qr}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
    </figure>
  );
}
