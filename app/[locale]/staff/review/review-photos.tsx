import { getTranslations } from 'next-intl/server';
import { Card } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { ReviewView } from '#server/services/review.ts';
import styles from './review-photos.module.css';

type Props = { readonly locale: Locale; readonly photos: ReviewView['photos'] };

/** Side by side. Within the page itself: no address of a photo is left behind in a browser. */
export async function ReviewPhotos({ locale, photos }: Props) {
  const [t, tData] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'myData' }),
  ]);
  const shown = [
    ...(photos?.registration ?? []).map((photo) => ({ text: t('one.photoBefore'), source: dataOf(photo) })),
    ...(photos?.earlier ?? []).map((photo) => ({ text: tData('changed.photo'), source: dataOf(photo) })),
    ...(photos?.live ? [{ text: t('one.photoLive'), source: dataOf(photos.live) }] : []),
    ...(photos?.refused ?? []).map((photo) => ({ text: t('one.photoRefused'), source: dataOf(photo) })),
  ];
  return (
    <Card>
      <h2>{t('one.photos')}</h2>
      {shown.length === 0 ? <p>{t('one.noPhotos')}</p> : null}
      <div className={styles.pair}>
        {shown.map(({ text, source }, index) => (
          <figure key={`${index} ${text}`} className={styles.photo}>
            {/* biome-ignore lint/performance/noImgElement: a sealed photo, opened for this one page, goes through no image server. */}
            <img src={source} alt={text} />
            <figcaption>{text}</figcaption>
          </figure>
        ))}
      </div>
    </Card>
  );
}

function dataOf(photo: Uint8Array): string {
  return `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
}
