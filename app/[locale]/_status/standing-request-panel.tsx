import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Unprinted } from '#app/_ui/panel/panel.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { StandingReason } from '#core/pool/standing-request.ts';
import { dayIn } from '#core/time/zone.ts';
import { type Standing, services } from '#server/services.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

type Props = { readonly locale: Locale; readonly accountId: AccountId; readonly standing: Standing };

/** Asking each day: that it goes on and how long, why it stopped and how it goes on, or whether it shall begin. */
export async function StandingRequestPanel({ locale, accountId, standing }: Props) {
  const isFree = standing.step === 'registered' || standing.step === 'waiting' || standing.step === 'closed';
  // Before her first asking nobody has looked where she is.
  if (!isFree || (standing.step === 'registered' && standing.last === null)) return null;
  // New terms and a child's guardian come first, above: whoever sees to them is asked for again by itself.
  if (standing.step === 'registered' && (standing.needsTerms || standing.needsGuardian !== null)) return null;
  const [t, words, request] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getWords(locale),
    services().standingRequest(accountId),
  ]);
  // Never the first of the screen: above it is what she does today.
  const press = (text: string) => (
    <Unprinted>
      <PageForm locale={locale} page="status" action="/api/standing-request/alive">
        <Button look="second">{text}</Button>
      </PageForm>
    </Unprinted>
  );
  if (request?.state === 'live') {
    return (
      <Card>
        <h2>{t('request.liveTitle')}</h2>
        <p>{t('request.live')}</p>
        <p>{t('request.until', { day: words.day(dayIn(request.runsOutAt, mexicoCity)) })}</p>
        {press(t('request.alive'))}
        <Unprinted>
          <LineLink href={`/${locale}/withdraw`}>{t('request.stop')}</LineLink>
        </Unprinted>
      </Card>
    );
  }
  if (request?.state === 'paused' && request.reason !== null) {
    return (
      <Card>
        <h2>{t(standing.step === 'registered' && standing.stopped ? 'request.startTitle' : 'request.pausedTitle')}</h2>
        {isToldAbove(standing, request.reason) ? null : <p>{t(`request.reason.${request.reason}`)}</p>}
        <p>{t('request.keep')}</p>
        {press(t('request.resume'))}
      </Card>
    );
  }
  return (
    <Card>
      <h2>{t('request.startTitle')}</h2>
      <p>{t('request.start')}</p>
      {press(t('request.resume'))}
    </Card>
  );
}

/** That she was not there, cancelled or said no, or that we stopped, stands at the top of the same screen. */
function isToldAbove(standing: Standing, reason: StandingReason): boolean {
  return standing.step === 'registered' && (standing.last?.how === reason || standing.stopped === reason);
}
